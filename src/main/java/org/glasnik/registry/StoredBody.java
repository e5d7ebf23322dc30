package org.glasnik.registry;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body that an import meets in the register.
 *
 * @param binned whether it lies in the bin
 * @param changeable whether the viewer may change it
 */
record StoredBody(
        Body body,
        @Nullable String parentCode,
        @Nullable Ending ending,
        List<UUID> successors,
        boolean binned,
        boolean changeable) {
    BodyForm form() {
        return BodyForm.of(body, parentCode);
    }

    BodyState state() {
        return new BodyState(body.id().value(), body.version(), body.details(), body.endedOn(), ending, successors);
    }
}
