package org.glasnik.officialpage;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.PersonId;
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

    /** An address that is there already stays as it is shown; only a later look counts; an empty cell changes nobody. */
    static PageState after(
            @Nullable PageState was,
            UUID fresh,
            PageDetails given,
            Set<PersonId> responsible,
            @Nullable LocalDate reviewed) {
        UUID answers = responsible.stream().map(PersonId::value).findFirst().orElse(null);
        if (was == null) {
            return new PageState(fresh, 0, given, answers, reviewed);
        }
        PageDetails details = new PageDetails(
                given.body(),
                was.details().at(),
                given.purpose(),
                given.unit(),
                given.languages(),
                given.category(),
                given.status(),
                given.openedOn());
        LocalDate before = was.reviewedOn();
        return new PageState(
                was.id(),
                was.version() + 1,
                details,
                answers == null ? was.responsible() : answers,
                before == null || (reviewed != null && reviewed.isAfter(before)) ? reviewed : before);
    }
}
