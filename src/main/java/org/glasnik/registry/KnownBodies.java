package org.glasnik.registry;

import java.util.Optional;
import java.util.Set;
import org.glasnik.access.BodyId;
import org.jspecify.annotations.Nullable;

/** What a record is held against before it is taken. */
interface KnownBodies {
    /** Whether another body, the bin included, has the code. */
    boolean taken(String code, @Nullable BodyId except);

    /** The body of a code, the bin left out. */
    Optional<BodyId> byCode(String code);

    /** Whether a body would come to stand above itself. */
    boolean circle(BodyId body, BodyId parent);

    /** Codes. */
    Set<String> jurisdictions();
}
