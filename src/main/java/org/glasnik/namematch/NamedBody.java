package org.glasnik.namematch;

import java.util.List;
import org.glasnik.access.BodyId;
import org.glasnik.registry.BodyKind;
import org.jspecify.annotations.Nullable;

/**
 * A body with every name that it has or had.
 *
 * @param parent the body above, null at the top
 * @param ended whether it is no more
 * @param successors who goes on with what it did
 */
record NamedBody(
        BodyId id,
        String code,
        BodyKind kind,
        @Nullable BodyId parent,
        List<Name> names,
        boolean ended,
        List<BodyId> successors) {
    /** @param former whether it was called so before */
    record Name(String text, boolean former) {}
}
