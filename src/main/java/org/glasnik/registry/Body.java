package org.glasnik.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.glasnik.access.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * A public body that is not in the bin.
 *
 * @param name in the reader's language
 * @param endedOn the first day on which it is no more, null while it lives
 * @param version grows with each change
 */
public record Body(
        BodyId id,
        BodyName name,
        BodyDetails details,
        @Nullable LocalDate endedOn,
        int version,
        Instant changedAt) {
    /** The body whose organisers read what is done to this one. */
    public BodyId readers() {
        BodyId keeper = details.keeper();
        return keeper == null ? id : keeper;
    }
}
