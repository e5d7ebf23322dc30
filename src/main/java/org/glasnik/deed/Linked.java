package org.glasnik.deed;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one link of the chain leads to.
 *
 * @param line null where the deed is gone
 * @param salt null where the detail is gone
 */
record Linked(
        UUID id,
        int position,
        @Nullable DeedLine line,
        @Nullable UUID person,
        byte @Nullable [] salt,
        @Nullable String changes) {
    boolean detailGone() {
        return salt == null || changes == null;
    }

    /** Whether the detail is there and is what was recorded. */
    boolean detailKept() {
        return line != null
                && salt != null
                && changes != null
                && Arrays.equals(Deeds.hash(salt, person, changes), line.detailHash());
    }
}
