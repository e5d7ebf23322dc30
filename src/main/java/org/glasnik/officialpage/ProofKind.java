package org.glasnik.officialpage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what a page was shown to be its body's own. */
public enum ProofKind {
    /** The body's site links to it. */
    LINK,
    /** A code made here was seen on it. */
    CODE,
    /** An officer of the body said so. */
    WORD;

    /** As in the database and in addresses. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ProofKind> ofTag(@Nullable String tag) {
        return Arrays.stream(values()).filter(k -> k.tag().equals(tag)).findFirst();
    }
}
