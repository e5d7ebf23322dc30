package org.glasnik.officialpage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.glasnik.access.BodyId;
import org.glasnik.registry.BodyName;
import org.jspecify.annotations.Nullable;

/**
 * A page that is not in the bin, of a body that is not either.
 *
 * @param bodyName in the reader's language
 * @param readers the body whose organisers read what is done to the page
 * @param reviewedOn the last day on which somebody looked at it and found it in order, null where nobody has
 * @param dueOn the day on which the next look is due, null where none is
 * @param inside whether the viewer belongs to the body, keeps its record or runs the installation
 * @param changeable whether the viewer may change it
 */
record Page(
        PageId id,
        PageDetails details,
        BodyName bodyName,
        String bodyCode,
        BodyId readers,
        @Nullable LocalDate archivedOn,
        @Nullable LocalDate reviewedOn,
        @Nullable LocalDate dueOn,
        @Nullable Proof proof,
        boolean inside,
        boolean changeable,
        int version,
        Instant changedAt) {
    /** The tags one by one. */
    List<String> languages() {
        return details.languages().isEmpty()
                ? List.of()
                : List.of(details.languages().split(", "));
    }

    boolean overdue(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }
}
