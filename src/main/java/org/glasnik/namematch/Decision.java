package org.glasnik.namematch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * What someone decided about a name.
 *
 * @param body null: none of the register is meant
 */
record Decision(
        DecisionId id,
        String name,
        List<String> context,
        DecisionKey key,
        @Nullable BodyId body,
        UUID decidedBy,
        Instant decidedAt) {}
