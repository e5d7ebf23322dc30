package org.glasnik.identity;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.personal.PersonErased;
import org.glasnik.platform.DefaultZone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Nobody who is erased sits anywhere: the seat is free for the next. */
@Repository
class SeatsOfErasedPeople implements PersonErased {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final DefaultZone zone;

    SeatsOfErasedPeople(JdbcClient jdbc, Clock clock, DefaultZone zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void erased(Set<PersonId> people) {
        jdbc.sql("""
                        update identity.membership set until = greatest(since, :today)
                        where person_id = any(:people) and until is null""")
                .param("today", Date.valueOf(LocalDate.ofInstant(clock.instant(), zone.get())))
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }
}
