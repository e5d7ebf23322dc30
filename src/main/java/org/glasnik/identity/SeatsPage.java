package org.glasnik.identity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seats of a body.
 *
 * @param before null where the viewer may not read the history
 */
record SeatsPage(List<Place> now, @Nullable List<SeatRows.OfBody> before, boolean sees) {
    /**
     * @param since null where nobody sits there
     * @param wanted whether the body ought to fill it
     * @param name null where it is not for this viewer
     * @param openPerson whether the viewer may open the person's page
     * @param endable whether the viewer may end it
     */
    record Place(
            SeatPlace place,
            @Nullable LocalDate since,
            boolean wanted,
            @Nullable String name,
            boolean openPerson,
            boolean endable,
            List<SeatAction> actions) {}
}
