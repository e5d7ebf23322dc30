package org.glasnik.pagecheck;

import java.time.LocalDate;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.pageaddress.Platform;
import org.glasnik.registry.BodyName;
import org.jspecify.annotations.Nullable;

/**
 * A page of the register that everyone may know.
 *
 * @param archivedOn the day from which it is official no more, null while it is
 * @param proof {@code link}, {@code code} or {@code word}, null where nobody has shown whose it is
 */
record FoundPage(
        UUID id,
        BodyId body,
        BodyName bodyName,
        String bodyCode,
        Platform platform,
        String handle,
        String address,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate archivedOn,
        @Nullable LocalDate reviewedOn,
        @Nullable String proof,
        @Nullable LocalDate provedOn) {
    boolean official() {
        return archivedOn == null;
    }
}
