package org.glasnik.identity;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All seats of people who come and go as a whole: into the bin and out of it, or for good. */
@Repository
class SeatsOfPeople {
    private final JdbcClient jdbc;
    private final Clock clock;

    SeatsOfPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ends a person's present seats, to begin again when the person comes back. */
    List<Membership> bin(Viewer by, PersonId person, LocalDate until) {
        return jdbc.sql("""
                        update identity.membership m
                        set until = greatest(since, :until), binned = true, ended_by = cast(:by as uuid), ended_at = :now
                        where person_id = :person and until is null
                        returning m.id, m.person_id, m.body_id, m.seat, m.since, m.until""")
                .param("until", Date.valueOf(until))
                .param("by", by.person() == null ? null : by.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .query(Memberships::membership)
                .list();
    }

    /** The seats that begin again, with the day on which they had ended; those that somebody has taken stay ended. */
    List<Membership> takeOut(PersonId person) {
        // Nobody takes one of these seats between our look and our change.
        jdbc.sql("""
                        select pg_advisory_xact_lock(hashtextextended('identity.membership' || body_id, 0))
                        from (select distinct body_id from identity.membership
                              where person_id = :person and binned order by body_id) bodies""").param("person", person.value()).query().listOfRows();
        List<Membership> back = jdbc.sql("""
                        update identity.membership m
                        set binned = false, until = null, ended_by = null, ended_at = null
                        where m.person_id = :person and m.binned
                          and not exists (select 1 from identity.membership o
                                          where o.body_id = m.body_id and o.seat = m.seat and o.until is null
                                            and o.seat in ('manager', 'specialist'))
                        returning m.id, m.person_id, m.body_id, m.seat, m.since, old.until""")
                .param("person", person.value())
                .query(Memberships::membership)
                .list();
        jdbc.sql("update identity.membership set binned = false where person_id = :person and binned")
                .param("person", person.value())
                .update();
        return back;
    }

    List<Membership> end(Set<PersonId> people, LocalDate until) {
        return jdbc.sql("""
                        update identity.membership m set until = greatest(since, :until), ended_at = :now
                        where person_id = any(:people) and until is null
                        returning m.id, m.person_id, m.body_id, m.seat, m.since, m.until""")
                .param("until", Date.valueOf(until))
                .param("now", Timestamp.from(clock.instant()))
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(Memberships::membership)
                .list();
    }
}
