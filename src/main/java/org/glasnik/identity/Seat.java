package org.glasnik.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A role in a body, named by its work and not by whoever holds it: the holder may be of any gender. Its words are {@code
 * identity.seat.<tag>}.
 */
public enum Seat {
    /** Coordinates communication and can bring a plan to approval: one a body. */
    MANAGER,
    /** Runs the pages, the site and the press work every day: one a body. */
    SPECIALIST,
    /** Has the keys to an official page. */
    PAGE_ADMIN,
    /** Sets up programmes in the name of an organising body. */
    ORGANISER,
    /** Answers for an authority: residents, media, submissions. */
    DESK,
    OTHER;

    /** As in the database and in addresses. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The text with the seat as it stands within a sentence: in lower case, nominative or accusative. */
    public String within() {
        return "identity.seat.within." + tag();
    }

    /** Whether one person at a time holds it. */
    public boolean single() {
        return this == MANAGER || this == SPECIALIST;
    }

    public static Optional<Seat> ofTag(@Nullable String tag) {
        return Arrays.stream(values()).filter(s -> s.tag().equals(tag)).findFirst();
    }
}
