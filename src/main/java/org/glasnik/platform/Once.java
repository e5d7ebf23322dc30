package org.glasnik.platform;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Idempotency keys. The key's row is inserted in the transaction that does the work, so a retry waits for the first attempt
 * on the unique index and then finds its answer, or finds nothing and does the work itself.
 */
@Repository
class Once {
    private final JdbcClient jdbc;

    Once(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Done(String digest, String location) {}

    /** Empty: the key is ours and the work is to be done. Else what the first attempt answered. */
    Optional<Done> claim(UUID key, String digest) {
        int claimed = jdbc.sql("""
                        insert into platform.once (key, digest, location) values (:key, :digest, '')
                        on conflict (key) do nothing""").param("key", key).param("digest", digest).update();
        if (claimed == 1) {
            return Optional.empty();
        }
        return jdbc.sql("select digest, location from platform.once where key = :key")
                .param("key", key)
                .query(Done.class)
                .optional();
    }

    void answered(UUID key, String location) {
        jdbc.sql("update platform.once set location = :location where key = :key")
                .param("location", location)
                .param("key", key)
                .update();
    }

    /** Keys are kept for a day: nobody retries a form for longer. */
    int forgetOld() {
        return jdbc.sql("delete from platform.once where at < now() - interval '24 hours'")
                .update();
    }
}
