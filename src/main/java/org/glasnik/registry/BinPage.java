package org.glasnik.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** @param shelves those that hold anything */
record BinPage(List<Shelf> shelves) {
    /** How long deleted things can be taken back. */
    static final Duration KEPT = Duration.ofDays(30);

    /** @param heading message key */
    record Shelf(String heading, List<BinShelf.Binned> things) {}

    static Instant until(BinShelf.Binned thing) {
        return thing.deletedAt().plus(KEPT);
    }
}
