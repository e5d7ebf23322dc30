package org.glasnik.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.glasnik.access.PersonId;
import org.glasnik.personal.PersonErased;
import org.glasnik.platform.DefaultZone;
import org.springframework.stereotype.Component;

/** Nobody who is erased sits anywhere: the seat is free for the next. */
@Component
class SeatsOfErasedPeople implements PersonErased {
    private final Seating seating;
    private final Clock clock;
    private final DefaultZone zone;

    SeatsOfErasedPeople(Seating seating, Clock clock, DefaultZone zone) {
        this.seating = seating;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void erased(Set<PersonId> people) {
        seating.leave(people, LocalDate.ofInstant(clock.instant(), zone.get()));
    }
}
