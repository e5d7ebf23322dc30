package org.glasnik.identity;

import org.glasnik.access.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One place on a body's page that a person holds or could hold.
 *
 * @param membership and holder are null where nobody sits there
 */
public record SeatPlace(
        Seat seat,
        @Nullable MembershipId membership,
        @Nullable PersonId holder) {}
