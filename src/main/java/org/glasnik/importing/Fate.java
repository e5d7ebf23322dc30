package org.glasnik.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a row. Its words are {@code importing.fate.<tag>}. */
public enum Fate {
    /** It makes something that was not there. */
    FRESH,
    /** It changes something. */
    CHANGED,
    /** All of it is there already. */
    SAME,
    /** It cannot be taken, and says why. */
    REFUSED;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Fate> ofTag(@Nullable String tag) {
        return Arrays.stream(values()).filter(f -> f.tag().equals(tag)).findFirst();
    }
}
