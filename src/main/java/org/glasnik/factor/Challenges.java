package org.glasnik.factor;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Repository;

/** Challenges that wait to be signed: each once, within minutes. In a table, since a visitor has no session to keep one in. */
@Repository
class Challenges {
    static final Duration VALID = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Challenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What for. */
    enum Purpose {
        ENTER,
        ADD;

        String stored() {
            return this == ENTER ? "enter" : "add";
        }
    }

    UUID put(Purpose purpose, @Nullable PersonId person, Bytes challenge) {
        return jdbc.sql("""
                        insert into factor.challenge (person_id, purpose, challenge, expires_at)
                        values (:person, :purpose, :challenge, :expires) returning id""")
                .param("person", person == null ? null : person.value())
                .param("purpose", purpose.stored())
                .param("challenge", challenge.getBytes())
                .param("expires", Timestamp.from(clock.instant().plus(VALID)))
                .query(UUID.class)
                .single();
    }

    /** Uses one up, right or wrong. */
    Optional<Bytes> take(Purpose purpose, @Nullable PersonId person, UUID id) {
        return jdbc.sql("""
                        delete from factor.challenge
                        where id = :id and purpose = :purpose and person_id is not distinct from :person
                          and expires_at > :now
                        returning challenge""")
                .param("id", id)
                .param("purpose", purpose.stored())
                .param("person", person == null ? null : person.value(), java.sql.Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Bytes(row.getBytes("challenge")))
                .optional();
    }

    int forgetOld() {
        return jdbc.sql("delete from factor.challenge where expires_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
