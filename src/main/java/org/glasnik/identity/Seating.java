package org.glasnik.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.springframework.stereotype.Component;

/**
 * Fills and empties seats, and writes each into the account of deeds. Whoever calls has asked {@link Memberships#fillable}
 * first; an invitation has asked it when it was written. Call inside a transaction.
 */
@Component
public class Seating {
    private final Memberships memberships;
    private final Deeds deeds;

    Seating(Memberships memberships, Deeds deeds) {
        this.memberships = memberships;
        this.deeds = deeds;
    }

    /**
     * The person sits there afterwards, also where that was so before.
     *
     * @return false where another person holds the seat, which has room for one
     */
    public boolean begin(Viewer by, PersonId person, BodyId body, Seat seat, LocalDate since) {
        memberships.lock(body);
        Optional<MembershipId> begun = memberships.insert(person, body, seat, since);
        begun.ifPresent(id -> deeds.record(
                by, about("membership.begun", new Membership(id, person, body, seat, since, null))
                        .with("since", null, since)));
        return begun.isPresent() || present(body, seat).stream().anyMatch(m -> m.person().equals(person));
    }

    /** @return false where the person does not sit there */
    public boolean end(Viewer by, PersonId person, BodyId body, Seat seat, LocalDate until) {
        memberships.lock(body);
        List<MembershipId> ids = present(body, seat).stream()
                .filter(m -> m.person().equals(person))
                .map(Membership::id)
                .toList();
        return !end(by, ids, until).isEmpty();
    }

    List<Membership> end(Viewer by, List<MembershipId> ids, LocalDate until) {
        List<Membership> ended = memberships.end(by, ids, until);
        ended.forEach(m -> deeds.record(by, about("membership.ended", m).with("until", null, m.until())));
        return ended;
    }

    /**
     * The next person takes a seat for one; whoever held it leaves on the same day, and both stay in its history.
     *
     * @throws IllegalArgumentException for a seat that several people may hold
     */
    public void replace(Viewer by, BodyId body, Seat seat, PersonId next, LocalDate on) {
        if (!seat.single()) {
            throw new IllegalArgumentException(seat + " is held by several: end one and begin another");
        }
        memberships.lock(body);
        List<Membership> before = present(body, seat);
        if (before.stream().noneMatch(m -> m.person().equals(next))) {
            end(by, before.stream().map(Membership::id).toList(), on);
            begin(by, next, body, seat, on);
        }
    }

    /** @return false where the seat is taken by now */
    boolean reopen(Viewer by, Membership ended) {
        memberships.lock(ended.body());
        boolean open = memberships.reopen(ended.id());
        if (open) {
            deeds.record(by, about("membership.reopened", ended).with("until", ended.until(), null));
        }
        return open;
    }

    private List<Membership> present(BodyId body, Seat seat) {
        return memberships.present(java.util.Set.of(body)).getOrDefault(body, List.of()).stream()
                .filter(m -> m.seat() == seat)
                .toList();
    }

    private Deed about(String verb, Membership m) {
        return Deed.of(verb, "membership", m.id().value())
                .in(memberships.readers(m.body()))
                .about(m.person())
                .with("body", null, m.body())
                .with("seat", null, m.seat().tag());
    }
}
