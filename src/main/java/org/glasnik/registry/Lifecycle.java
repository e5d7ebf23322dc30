package org.glasnik.registry;

import java.time.LocalDate;
import java.util.List;
import org.glasnik.access.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * A body over the years.
 *
 * @param founded null where unknown
 * @param ended the first day on which it is no more, null while it lives
 * @param basis of the end: the law or decision, or empty
 * @param successors who goes on with what it did
 * @param predecessors whose work it goes on with
 * @param formerNames the latest first
 */
record Lifecycle(
        @Nullable LocalDate founded,
        @Nullable LocalDate ended,
        @Nullable Ending ending,
        String basis,
        List<Other> successors,
        List<Other> predecessors,
        List<FormerName> formerNames) {
    /** Another body, as the reader sees its name. */
    record Other(BodyId id, String code, BodyName name) {}

    /** @param until the first day of the next name */
    record FormerName(BodyName name, LocalDate until, String basis) {}

    boolean any() {
        return founded != null || ended != null || !predecessors.isEmpty() || !formerNames.isEmpty();
    }
}
