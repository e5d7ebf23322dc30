package org.glasnik.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
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
    private final SeatsOfPeople bound;
    private final Deeds deeds;

    Seating(Memberships memberships, SeatsOfPeople bound, Deeds deeds) {
        this.memberships = memberships;
        this.bound = bound;
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
        begun.ifPresent(id -> record(
                by,
                "membership.begun",
                List.of(new Membership(id, person, body, seat, since, null)),
                (deed, m) -> deed.about(m.person()).with("since", null, m.since())));
        return begun.isPresent()
                || present(body, seat).stream().anyMatch(m -> m.person().equals(person));
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
        record(by, "membership.ended", ended, Seating::ended);
        return ended;
    }

    /** A person goes into the bin and leaves all seats, which come back with the person. */
    void leave(Viewer by, PersonId person, LocalDate until) {
        record(by, "membership.ended", bound.bin(by, person, until), Seating::ended);
    }

    /** Whoever was in the bin takes again the seats that nobody has taken since. */
    void comeBack(Viewer by, PersonId person) {
        record(by, "membership.reopened", bound.takeOut(person), Seating::reopened);
    }

    /** For good. The values are not about the people, who are erased in the same transaction: the body's history keeps them. */
    void leave(Set<PersonId> erased, LocalDate until) {
        record(
                Viewer.NOBODY,
                "membership.ended",
                bound.end(erased, until),
                (deed, m) -> deed.with("until", null, m.until()));
    }

    private static Deed ended(Deed deed, Membership m) {
        return deed.about(m.person()).with("until", null, m.until());
    }

    private static Deed reopened(Deed deed, Membership m) {
        return deed.about(m.person()).with("until", m.until(), null);
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
            record(by, "membership.reopened", List.of(ended), Seating::reopened);
        }
        return open;
    }

    private List<Membership> present(BodyId body, Seat seat) {
        return memberships.present(Set.of(body)).getOrDefault(body, List.of()).stream()
                .filter(m -> m.seat() == seat)
                .toList();
    }

    private void record(Viewer by, String verb, List<Membership> seats, BiFunction<Deed, Membership, Deed> more) {
        Map<BodyId, BodyId> readers =
                memberships.readers(seats.stream().map(Membership::body).collect(Collectors.toSet()));
        deeds.record(
                by,
                seats.stream()
                        .map(m -> more.apply(
                                Deed.of(verb, "membership", m.id().value())
                                        .in(readers.getOrDefault(m.body(), m.body()))
                                        .with("body", null, m.body())
                                        .with("seat", null, m.seat().tag()),
                                m))
                        .toList());
    }
}
