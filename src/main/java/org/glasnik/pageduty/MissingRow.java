package org.glasnik.pageduty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.glasnik.access.BodyId;
import org.glasnik.pageaddress.Platform;
import org.glasnik.registry.BodyKind;
import org.glasnik.registry.BodyName;

/**
 * A page that a body must have and has not.
 *
 * @param planned whether one is planned there; false also for those who may not know
 */
record MissingRow(
        BodyId body,
        BodyName name,
        String code,
        BodyKind kind,
        Platform platform,
        LocalDate since,
        String basis,
        String basisAddress,
        boolean planned) {
    /** For how many days it has been owed. */
    long late(LocalDate day) {
        return ChronoUnit.DAYS.between(since, day);
    }
}
