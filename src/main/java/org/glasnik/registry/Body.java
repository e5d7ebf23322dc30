package org.glasnik.registry;

import java.time.Instant;
import org.glasnik.access.BodyId;

/**
 * A public body that is not in the bin.
 *
 * @param name in the reader's language
 * @param version grows with each change
 */
public record Body(BodyId id, BodyName name, BodyDetails details, int version, Instant changedAt) {
    /** The body whose organisers read what is done to this one. */
    public BodyId readers() {
        BodyId keeper = details.keeper();
        return keeper == null ? id : keeper;
    }
}
