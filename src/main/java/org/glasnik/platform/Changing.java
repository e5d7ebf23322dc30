package org.glasnik.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value read from the database once and again after each change of its topic. */
public final class Changing<T> {
    private final Changes changes;
    private final String topic;
    private final Supplier<T> read;
    private volatile @Nullable T value;
    private int forgotten;

    Changing(Changes changes, String topic, Supplier<T> read) {
        this.changes = changes;
        this.topic = topic;
        this.read = read;
    }

    public T get() {
        T now = value;
        if (now == null) {
            int before = forgotten();
            now = read.get();
            keep(now, before);
        }
        return now;
    }

    private synchronized int forgotten() {
        return forgotten;
    }

    /** Unless it changed while it was read: what was read may be from before, and nobody would tell again. */
    private synchronized void keep(T read, int before) {
        if (forgotten == before) {
            value = read;
        }
    }

    public void changed() {
        changes.publish(topic);
    }

    synchronized void forget() {
        forgotten++;
        value = null;
    }
}
