package org.glasnik.signin;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The passwords of those who want one. Hashing takes long: not inside a transaction. */
@Repository
class Passwords {
    private static final UUID NO_ONE = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final SlowHash slow;
    private final Clock clock;
    private final String decoy;

    Passwords(JdbcClient jdbc, SlowHash slow, Clock clock) {
        this.jdbc = jdbc;
        this.slow = slow;
        this.clock = clock;
        this.decoy = slow.of(UUID.randomUUID().toString());
    }

    /**
     * Judges a password. Someone unknown, and someone without a password, cost the same query and the same hash, so the time
     * tells nothing.
     */
    boolean matches(Optional<PersonId> person, String password) {
        Optional<String> hash = jdbc.sql("select hash from signin.password where person_id = :person")
                .param("person", person.map(PersonId::value).orElse(NO_ONE))
                .query(String.class)
                .optional();
        boolean right = slow.matches(normal(password), hash.orElse(decoy));
        return hash.isPresent() && right;
    }

    String hash(String password) {
        return slow.of(normal(password));
    }

    void set(PersonId person, String hash) {
        jdbc.sql("""
                        insert into signin.password (person_id, hash, changed_at) values (:person, :hash, :now)
                        on conflict (person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at""")
                .param("person", person.value())
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    boolean remove(PersonId person) {
        return jdbc.sql("delete from signin.password where person_id = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    Optional<Instant> changedAt(PersonId person) {
        return jdbc.sql("select changed_at from signin.password where person_id = :person")
                .param("person", person.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** One form for what different keyboards write differently (NIST SP 800-63B-4, 3.1.1.2). */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
