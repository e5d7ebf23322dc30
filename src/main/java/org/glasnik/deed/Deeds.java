package org.glasnik.deed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes deeds. Call it inside the transaction of the change: no change without its deed, no deed without its change. */
@Repository
public class Deeds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    Deeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void record(Viewer by, Deed deed) {
        record(by.person() == null ? null : by.person().value(), deed);
    }

    /** A deed of the system itself: a job, a command. */
    public void recordOwn(Deed deed) {
        record((UUID) null, deed);
    }

    private void record(@Nullable UUID actor, Deed deed) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        Map<String, @Nullable String[]> changes = new LinkedHashMap<>();
        deed.changes().forEach((field, change) -> changes.put(field, new @Nullable String[] {change.from(), change.to()}));
        String json = JSON.writeValueAsString(changes);
        jdbc.sql("""
                        with written as (
                            insert into deed.deed (at, actor_id, verb, object_kind, object_id, body_id, detail_hash)
                            values (:at, :actor, :verb, :kind, :object, :body, :hash)
                            returning id)
                        insert into deed.detail (deed_id, person_id, salt, changes)
                        select id, :person, :salt, :changes from written""")
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("verb", deed.verb())
                .param("kind", deed.kind())
                .param("object", deed.object())
                .param("body", deed.body() == null ? null : deed.body().value())
                .param("hash", hash(salt, json))
                .param("person", deed.about() == null ? null : deed.about().value())
                .param("salt", salt)
                .param("changes", json)
                .update();
    }

    static byte[] hash(byte[] salt, String changes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(changes.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
