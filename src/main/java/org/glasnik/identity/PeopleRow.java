package org.glasnik.identity;

import java.util.List;
import org.glasnik.access.PersonId;
import org.glasnik.registry.BodyName;

/** One line of the list of people, with the seats that last. */
record PeopleRow(PersonId id, String name, String mail, boolean operator, List<Held> seats) {
    record Held(Seat seat, String body, BodyName name) {}
}
