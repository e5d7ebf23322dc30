package org.glasnik.factor;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.glasnik.access.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Five tries in a quarter of an hour, whatever is typed. A try takes one of five places before it is judged, and the table
 * holds no sixth, so tries that come at once are not judged at once beyond that (counting wrong ones afterwards lets them
 * through). Only someone who has passed the first factor gets here, so nobody can lock others out.
 */
@Repository
class Tries {
    static final int PLACES = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    Tries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Not inside a transaction: a try counts whatever becomes of it. */
    boolean take(PersonId person) {
        Instant now = clock.instant();
        jdbc.sql("delete from factor.try where person_id = :person and at <= :before")
                .param("person", person.value())
                .param("before", Timestamp.from(now.minus(LOCKED)))
                .update();
        for (int i = 0; i < PLACES; i++) {
            int taken = jdbc.sql("""
                            insert into factor.try (person_id, place, at)
                            select :person, p.place, :now from generate_series(1, :places) p (place)
                            where not exists (select from factor.try t where t.person_id = :person and t.place = p.place)
                            order by p.place limit 1
                            on conflict do nothing""")
                    .param("person", person.value())
                    .param("places", PLACES)
                    .param("now", Timestamp.from(now))
                    .update();
            if (taken == 1) {
                return true;
            }
        }
        return false;
    }

    /** After a right one. */
    void clear(PersonId person) {
        jdbc.sql("delete from factor.try where person_id = :person")
                .param("person", person.value())
                .update();
    }
}
