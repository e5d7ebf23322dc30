package org.glasnik.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body as an import found it or leaves it.
 *
 * @param version at that moment
 * @param successors ids
 */
record BodyState(
        UUID id,
        int version,
        BodyDetails details,
        @Nullable LocalDate endedOn,
        @Nullable Ending ending,
        List<UUID> successors) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static BodyState read(String json) {
        return JSON.readValue(json, BodyState.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    BodyState at(int otherVersion) {
        return new BodyState(id, otherVersion, details, endedOn, ending, successors);
    }

    /** The body whose organisers read what is done to it. */
    BodyId readers(BodyId self) {
        return details.keeper() == null ? self : details.keeper();
    }

    /** Whether all is the same but the version. */
    boolean like(BodyState other) {
        return other.details.equals(details)
                && java.util.Objects.equals(other.endedOn, endedOn)
                && java.util.Objects.equals(other.ending, ending)
                && java.util.Set.copyOf(other.successors).equals(java.util.Set.copyOf(successors));
    }
}
