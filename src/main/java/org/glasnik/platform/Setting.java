package org.glasnik.platform;

import java.util.function.Function;

/** One setting of the installation. */
public final class Setting<T> {
    private final Settings settings;
    private final String name;
    private final String initially;
    private final Function<String, T> read;
    private final Function<T, String> write;

    Setting(Settings settings, String name, String initially, Function<String, T> read, Function<T, String> write) {
        this.settings = settings;
        this.name = name;
        this.initially = initially;
        this.read = read;
        this.write = write;
    }

    public T get() {
        return read.apply(settings.get(name, initially));
    }

    public void set(T value) {
        settings.set(name, write.apply(value));
    }
}
