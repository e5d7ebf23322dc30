package org.glasnik.identity;

import java.util.List;

/**
 * @param self whether the viewer looks at its own page
 * @param mayChange whether the viewer is the operator
 */
record PersonPage(
        PersonDetails details,
        List<SeatRows.OfPerson> now,
        List<SeatRows.OfPerson> before,
        boolean self,
        boolean mayChange) {}
