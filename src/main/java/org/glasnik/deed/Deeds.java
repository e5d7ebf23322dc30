package org.glasnik.deed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void record(Viewer by, Deed deed) {
        record(by, List.of(deed));
    }

    /** Many deeds in one statement, in the order given. */
    public void record(Viewer by, Collection<Deed> deeds) {
        write(by.person() == null ? null : by.person().value(), deeds);
    }

    /** A deed of the system itself: a job, a command. */
    public void recordOwn(Deed deed) {
        recordOwn(List.of(deed));
    }

    public void recordOwn(Collection<Deed> deeds) {
        write(null, deeds);
    }

    private void write(@Nullable UUID actor, Collection<Deed> deeds) {
        if (deeds.isEmpty()) {
            return;
        }
        Rows rows = new Rows(List.copyOf(deeds));
        jdbc.sql("""
                        with given as (
                            select uuidv7() as id, g.*
                            from unnest(cast(:verbs as text[]), cast(:kinds as text[]), cast(:objects as uuid[]),
                                        cast(:bodies as uuid[]), cast(:people as uuid[]), cast(:salts as bytea[]),
                                        cast(:hashes as bytea[]), cast(:changes as text[]))
                                     with ordinality
                                     as g (verb, kind, object, body, person, salt, hash, changes, place)
                            order by place),
                        written as (
                            insert into deed.deed (id, at, actor_id, verb, object_kind, object_id, body_id, about_person,
                                                   detail_hash)
                            select id, :at, cast(:actor as uuid), verb, kind, object, body, person is not null, hash from given
                            returning id),
                        waits as (
                            insert into deed.waiting (deed_id) select id from written)
                        insert into deed.detail (deed_id, person_id, salt, changes)
                        select id, person, salt, changes from given""")
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("verbs", rows.verbs)
                .param("kinds", rows.kinds)
                .param("objects", rows.objects)
                .param("bodies", rows.bodies)
                .param("people", rows.people)
                .param("salts", rows.salts)
                .param("hashes", rows.hashes)
                .param("changes", rows.changes)
                .update();
    }

    /** The deeds column by column, as {@code unnest} takes them. */
    private static final class Rows {
        final String[] verbs;
        final String[] kinds;
        final UUID[] objects;
        final @Nullable UUID[] bodies;
        final @Nullable UUID[] people;
        final byte[][] salts;
        final byte[][] hashes;
        final String[] changes;

        Rows(List<Deed> deeds) {
            verbs = deeds.stream().map(Deed::verb).toArray(String[]::new);
            kinds = deeds.stream().map(Deed::kind).toArray(String[]::new);
            objects = deeds.stream().map(Deed::object).toArray(UUID[]::new);
            bodies = new @Nullable UUID[deeds.size()];
            people = new @Nullable UUID[deeds.size()];
            salts = new byte[deeds.size()][SALT];
            hashes = new byte[deeds.size()][];
            changes = new String[deeds.size()];
            for (int i = 0; i < deeds.size(); i++) {
                Deed deed = deeds.get(i);
                bodies[i] = deed.body() == null ? null : deed.body().value();
                people[i] = deed.about() == null ? null : deed.about().value();
                RANDOM.nextBytes(salts[i]);
                changes[i] = json(deed);
                hashes[i] = hash(salts[i], people[i], changes[i]);
            }
        }
    }

    private static String json(Deed deed) {
        Map<String, @Nullable String[]> changes = new LinkedHashMap<>();
        deed.changes()
                .forEach((field, change) ->
                        changes.put(field, new @Nullable String[] {clean(change.from()), clean(change.to())}));
        return JSON.writeValueAsString(changes);
    }

    /** A lone surrogate has no UTF-8: the hash would be of something else than what the database gives back. */
    private static @Nullable String clean(@Nullable String value) {
        return value == null
                ? null
                : new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "\uFFFD");
    }

    /** SHA-256 of the salt, the person whose values they are (or {@code -}), LF, and the changes as JSON. */
    static byte[] hash(byte[] salt, @Nullable UUID person, String changes) {
        MessageDigest digest = sha256();
        digest.update(salt);
        digest.update(((person == null ? "-" : person) + "\n").getBytes(StandardCharsets.UTF_8));
        return digest.digest(changes.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
