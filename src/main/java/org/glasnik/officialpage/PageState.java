package org.glasnik.officialpage;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page as an import found it or leaves it.
 *
 * @param version at that moment
 * @param responsible who answers for it, null where nobody does
 * @param reviewedOn the last look at it, null where there was none
 */
record PageState(
        UUID id,
        int version,
        PageDetails details,
        @Nullable UUID responsible,
        @Nullable LocalDate reviewedOn) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static PageState read(String json) {
        return JSON.readValue(json, PageState.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    PageState at(int otherVersion) {
        return new PageState(id, otherVersion, details, responsible, reviewedOn);
    }

    /** Whether all is the same but the version. */
    boolean like(PageState other) {
        return at(0).equals(other.at(0));
    }
}
