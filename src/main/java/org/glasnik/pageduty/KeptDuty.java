package org.glasnik.pageduty;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param until the first day on which it counts no more, null while it lasts */
record KeptDuty(UUID id, Duty duty, @Nullable LocalDate until) {
    boolean on(LocalDate day) {
        return !duty.since().isAfter(day) && (until == null || until.isAfter(day));
    }
}
