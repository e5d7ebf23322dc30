package org.glasnik.officialpage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a page is in its life. Its words are {@code officialpage.status.<tag>}. */
public enum PageStatus {
    /** Not there yet: only the body and whoever keeps its record know of it. */
    PLANNED,
    LIVE,
    /** No longer run by the body. Everyone may still learn that it was. */
    ARCHIVED;

    /** As in the database and in addresses. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PageStatus> ofTag(@Nullable String tag) {
        return Arrays.stream(values()).filter(s -> s.tag().equals(tag)).findFirst();
    }
}
