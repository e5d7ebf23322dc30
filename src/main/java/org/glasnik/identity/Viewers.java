package org.glasnik.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who a signed-in person is today, in one query: seats taken away no longer count. */
@Repository
public class Viewers {
    /** Authority of a session that has passed a second factor. */
    public static final String SECOND_FACTOR = "SECOND_FACTOR";

    /** Authority of a session that owes a second factor because the person has one, whatever the seats demand. */
    public static final String OWES_FACTOR = "OWES_FACTOR";

    private final JdbcClient jdbc;

    Viewers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Seat(Person person, Optional<BodyId> body, boolean organises, boolean desk) {}

    /**
     * @param secondFactor whether the session has passed a second factor; operators, organisers and desks owe one
     * @return empty where the person is gone
     */
    public Optional<Viewer> of(PersonId id, boolean secondFactor) {
        List<Seat> seats = jdbc.sql("""
                        select p.id, p.name, p.mail, p.mail_key, p.language, p.zone, p.operator, m.body_id,
                               coalesce(b.organising and m.seat = 'organiser', false) as organises,
                               coalesce(m.seat = 'desk', false) as desk
                        from identity.person p
                        left join (identity.membership m join registry.body_open b on b.id = m.body_id)
                             on m.person_id = p.id and m.until is null
                        where p.id = :id and p.deleted_at is null and p.erased_at is null""")
                .param("id", id.value())
                .query((row, n) -> new Seat(
                        People.person(row, n),
                        Optional.ofNullable(row.getObject("body_id", UUID.class))
                                .map(BodyId::new),
                        row.getBoolean("organises"),
                        row.getBoolean("desk")))
                .list();
        if (seats.isEmpty()) {
            return Optional.empty();
        }
        Person person = seats.getFirst().person();
        Set<BodyId> sitsIn = new HashSet<>();
        Set<BodyId> organises = new HashSet<>();
        for (Seat seat : seats) {
            seat.body().ifPresent(sitsIn::add);
            if (seat.organises()) {
                seat.body().ifPresent(organises::add);
            }
        }
        boolean owes = !secondFactor
                && (person.operator() || !organises.isEmpty() || seats.stream().anyMatch(Seat::desk));
        return Optional.of(new Viewer(
                person.id(),
                person.name(),
                person.language(),
                person.ownZone().orElse(null),
                person.operator(),
                Set.copyOf(organises),
                Set.copyOf(sitsIn),
                secondFactor,
                owes));
    }
}
