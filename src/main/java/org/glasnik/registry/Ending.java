package org.glasnik.registry;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a body ended. Its words are {@code registry.ending.<tag>}. */
enum Ending {
    MERGED,
    ABOLISHED;

    String tag() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Ending> ofTag(@Nullable String tag) {
        return Arrays.stream(values()).filter(e -> e.tag().equals(tag)).findFirst();
    }
}
