package org.glasnik.factor;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glasnik.access.PersonId;
import org.glasnik.signin.SlowHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Ten codes of 50 random bits for the day when the telephone is gone, each for one use, kept as slow hashes (OWASP ASVS 5.0,
 * 6.5.2). They are shown once.
 */
@Repository
class RecoveryCodes {
    static final int COUNT = 10;
    /** Crockford's: no letter that looks like a digit. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int HALF = 5;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final SlowHash slow;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, SlowHash slow, Clock clock) {
        this.jdbc = jdbc;
        this.slow = slow;
        this.clock = clock;
    }

    /** Codes that do not count yet: they take a second to hash, which no transaction should wait for. */
    record Fresh(List<String> codes, byte[] salt, List<byte[]> hashes) {}

    Fresh make() {
        byte[] salt = slow.salt();
        List<String> codes = Stream.generate(this::code).limit(COUNT).toList();
        return new Fresh(
                codes,
                salt,
                codes.stream().map(code -> slow.of(plain(code), salt)).toList());
    }

    /** Puts fresh codes in the place of all that there were. */
    void replace(PersonId person, Fresh fresh) {
        remove(person);
        Timestamp now = Timestamp.from(clock.instant());
        fresh.hashes()
                .forEach(hash -> jdbc.sql("""
                                insert into factor.recovery_code (person_id, salt, hash, made_at)
                                values (:person, :salt, :hash, :now)""")
                        .param("person", person.value())
                        .param("salt", fresh.salt())
                        .param("hash", hash)
                        .param("now", now)
                        .update());
    }

    /** The hash to look for; empty where there are no codes. Not inside a transaction. */
    Optional<byte[]> hash(PersonId person, String typed) {
        return jdbc.sql("select salt from factor.recovery_code where person_id = :person and spent_at is null limit 1")
                .param("person", person.value())
                .query((row, n) -> row.getBytes("salt"))
                .optional()
                .map(salt -> slow.of(plain(typed), salt));
    }

    boolean spend(PersonId person, byte[] hash) {
        return jdbc.sql("""
                        update factor.recovery_code set spent_at = :now
                        where person_id = :person and hash = :hash and spent_at is null""")
                        .param("person", person.value())
                        .param("hash", hash)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    int left(PersonId person) {
        return jdbc.sql("select count(*) from factor.recovery_code where person_id = :person and spent_at is null")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    void remove(PersonId person) {
        jdbc.sql("delete from factor.recovery_code where person_id = :person")
                .param("person", person.value())
                .update();
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        IntStream.range(0, 2 * HALF).forEach(i -> {
            if (i == HALF) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        });
        return code.toString();
    }

    /** As typed by hand: small letters, spaces, O for 0, I or L for 1. */
    static String plain(String typed) {
        String upper = typed.substring(0, Math.min(100, typed.length())).toUpperCase(Locale.ROOT);
        return upper.replaceAll("[^0-9A-Z]", "").replace('O', '0').replaceAll("[IL]", "1");
    }
}
