package org.glasnik.identity;

import java.time.LocalDate;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One person in one seat of one body.
 *
 * @param until the day it ended, null while it lasts
 */
public record Membership(
        MembershipId id,
        PersonId person,
        BodyId body,
        Seat seat,
        LocalDate since,
        @Nullable LocalDate until) {}
