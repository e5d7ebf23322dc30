package org.glasnik.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value read from the database once and again after each change of its topic. */
public final class Changing<T> {
    private final Changes changes;
    private final String topic;
    private final Supplier<T> read;
    private volatile @Nullable T value;

    Changing(Changes changes, String topic, Supplier<T> read) {
        this.changes = changes;
        this.topic = topic;
        this.read = read;
    }

    public T get() {
        T now = value;
        if (now == null) {
            now = read.get();
            value = now;
        }
        return now;
    }

    public void changed() {
        changes.publish(topic);
    }

    void forget() {
        value = null;
    }
}
