package org.glasnik.operate;

/** Fills the demo. Asked at each start of {@code ./glasnik demo}, in a transaction. */
public interface Seeding {
    /** Brings the cast and the region in where nobody is there yet, and else does nothing. */
    void seed();
}
