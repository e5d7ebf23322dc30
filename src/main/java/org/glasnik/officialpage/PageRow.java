package org.glasnik.officialpage;

import java.time.LocalDate;
import java.util.List;
import org.glasnik.access.BodyId;
import org.glasnik.pageaddress.Platform;
import org.glasnik.registry.BodyName;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list.
 *
 * @param lacks tags of {@link Lack}
 * @param responsible the name, for those inside; null for others and where nobody answers
 * @param administrators their names, for those inside; null for others
 */
record PageRow(
        PageId id,
        BodyId body,
        BodyName bodyName,
        String bodyCode,
        Platform platform,
        String handle,
        String address,
        String purpose,
        String unit,
        String languages,
        @Nullable PageCategory category,
        PageStatus status,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate archivedOn,
        @Nullable LocalDate reviewedOn,
        @Nullable LocalDate dueOn,
        @Nullable Proof proof,
        List<String> lacks,
        @Nullable String responsible,
        @Nullable String administrators) {
    /** What it lacks besides a review in time, which is said on its own. */
    List<String> lacksBesides() {
        return lacks.stream()
                .filter(lack -> !lack.equals(Lack.OVERDUE.tag()) && !lack.equals(Lack.UNREVIEWED.tag()))
                .toList();
    }
}
