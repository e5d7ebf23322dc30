package org.glasnik.identity;

import java.util.EnumSet;
import java.util.Set;
import org.glasnik.access.Viewer;

/** Which seats of a body someone may fill and empty: see docs/rules. */
final class SeatRights {
    private SeatRights() {}

    /**
     * @param organises whether the viewer organises the body itself or keeps its record
     * @param manages whether the viewer sits in its manager's seat
     */
    static Set<Seat> of(Viewer viewer, boolean organises, boolean manages) {
        if (viewer.operator() || organises) {
            return EnumSet.allOf(Seat.class);
        }
        return manages ? EnumSet.complementOf(EnumSet.of(Seat.ORGANISER, Seat.DESK)) : Set.of();
    }
}
