package org.glasnik.namematch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a line stands: as the matcher left it, or as a person decided. */
enum Fate {
    EXACT,
    DECIDED,
    LIKELY,
    AMBIGUOUS,
    NONE;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Fate> ofTag(String tag) {
        return Arrays.stream(values()).filter(f -> f.tag().equals(tag)).findFirst();
    }
}
