package org.glasnik.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is signed in where. */
@Repository
class Sessions {
    /**
     * Spring Session's own query, but that a session ends seven days after sign-in however busy it is (OWASP ASVS 5.0,
     * 7.3.2); {@code spring.session.timeout} ends an idle one before.
     */
    static final String READ = """
            select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                   a.attribute_name, a.attribute_bytes
            from signin.session s left join signin.session_attributes a on a.session_primary_id = s.primary_id
            where s.session_id = ? and s.creation_time > (extract(epoch from now() - interval '7 days') * 1000)::bigint""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A sign-in as its person sees it. */
    record SignIn(UUID id, String device, String address, Instant at, Instant seenAt, boolean here) {}

    void arrived(PersonId person, String session, String device, String address) {
        jdbc.sql("""
                        insert into signin.arrival (person_id, session_id, device, address, at)
                        values (:person, :session, :device, :address, :at)
                        on conflict (session_id) do nothing""")
                .param("person", person.value())
                .param("session", session)
                .param("device", device)
                .param("address", address)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Latest first. */
    List<SignIn> of(PersonId person, String current) {
        return jdbc.sql("""
                        select a.id, a.device, a.address, a.at, to_timestamp(s.last_access_time / 1000.0) as seen_at,
                               s.session_id = :current as here
                        from signin.arrival a join signin.session s on s.session_id = a.session_id
                        where a.person_id = :person and s.person_id = :person
                          and s.expiry_time > (extract(epoch from now()) * 1000)::bigint
                        order by s.last_access_time desc, a.id desc""")
                .param("person", person.value())
                .param("current", current)
                .query((row, n) -> new SignIn(
                        row.getObject("id", UUID.class),
                        row.getString("device"),
                        row.getString("address"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getBoolean("here")))
                .list();
    }

    int count(PersonId person) {
        return jdbc.sql("""
                        select count(*) from signin.session
                        where person_id = :person and expiry_time > (extract(epoch from now()) * 1000)::bigint""")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    /** Ends one session of this person, never the current one: that one is invalidated, or it would be written back. */
    boolean end(PersonId person, UUID arrival, String current) {
        return jdbc.sql("""
                        delete from signin.session s using signin.arrival a
                        where a.id = :arrival and a.person_id = :person and s.session_id = a.session_id
                          and s.session_id <> :current""")
                        .param("arrival", arrival)
                        .param("person", person.value())
                        .param("current", current)
                        .update()
                > 0;
    }

    /** Ends all sessions of these people but one; an empty text spares none. */
    int endAll(Set<PersonId> people, String but) {
        return jdbc.sql("delete from signin.session where person_id = any(:people) and session_id <> :but")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("but", but)
                .update();
    }

    /** By the clock of the database, as sessions are written by the clocks of several nodes. */
    int forgetExpired() {
        return jdbc.sql("delete from signin.session where expiry_time < (extract(epoch from now()) * 1000)::bigint")
                .update();
    }

    int forgetOldArrivals() {
        return jdbc.sql("""
                        delete from signin.arrival a
                        where a.at < :before and not exists (select from signin.session s where s.session_id = a.session_id)""")
                .param("before", Timestamp.from(clock.instant().minusSeconds(3600)))
                .update();
    }
}
