package org.glasnik.officialpage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be expected of a page. Its words are {@code officialpage.category.<tag>}. */
public enum PageCategory {
    /** The first page of its body: posts every day. */
    FLAGSHIP,
    /** Posts every week. */
    ACTIVE,
    /** Says who the body is and how to reach it. */
    CARD;

    /** As in the database and in addresses. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PageCategory> ofTag(@Nullable String tag) {
        return Arrays.stream(values()).filter(c -> c.tag().equals(tag)).findFirst();
    }
}
