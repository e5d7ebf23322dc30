package org.glasnik.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.glasnik.access.PersonId;
import org.glasnik.platform.InstallationKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Codes of an app by RFC 6238: six digits, HMAC-SHA-1, 30 seconds, and one step to either side for clocks that differ. A step
 * counts once and none before it counts again (RFC 6238, 5.2).
 */
@Repository
class Totps {
    private static final String PURPOSE = "totp";
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;

    private final HmacOneTimePasswordGenerator codes = new HmacOneTimePasswordGenerator(DIGITS);
    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Clock clock;

    Totps(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** A fresh secret that counts once a code confirms it. One that is confirmed stays as it is. */
    void start(PersonId person) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into factor.totp (person_id, secret, started_at) values (:person, :secret, :now)
                        on conflict (person_id) do update set secret = excluded.secret, started_at = excluded.started_at
                            where totp.confirmed_at is null""")
                .param("person", person.value())
                .param("secret", key.seal(PURPOSE, person.toString(), secret))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The secret to show: only before it is confirmed, never again. */
    Optional<byte[]> pending(PersonId person) {
        return secret(person, false);
    }

    boolean confirmed(PersonId person) {
        return secret(person, true).isPresent();
    }

    /** Begins to count with its first right code. */
    boolean confirm(PersonId person, String typed) {
        OptionalLong step = step(pending(person), typed);
        return step.isPresent()
                && jdbc.sql("""
                                update factor.totp set confirmed_at = :now, last_step = :step
                                where person_id = :person and confirmed_at is null""")
                                .param("person", person.value())
                                .param("now", Timestamp.from(clock.instant()))
                                .param("step", step.getAsLong())
                                .update()
                        == 1;
    }

    /** Uses up a code: of any number of tries with one code at once, one is right. */
    boolean spend(PersonId person, String typed) {
        OptionalLong step = step(secret(person, true), typed);
        return step.isPresent()
                && jdbc.sql("""
                                update factor.totp set last_step = :step
                                where person_id = :person and confirmed_at is not null and last_step < :step""")
                                .param("person", person.value())
                                .param("step", step.getAsLong())
                                .update()
                        == 1;
    }

    boolean remove(PersonId person) {
        return jdbc.sql("delete from factor.totp where person_id = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** Those that were begun and left: their QR code may lie about. */
    int forgetUnconfirmed() {
        return jdbc.sql("delete from factor.totp where confirmed_at is null and started_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private Optional<byte[]> secret(PersonId person, boolean confirmed) {
        return jdbc.sql(
                        "select secret from factor.totp where person_id = :person and (confirmed_at is not null) = :confirmed")
                .param("person", person.value())
                .param("confirmed", confirmed)
                .query((row, n) -> row.getBytes("secret"))
                .optional()
                .flatMap(kept -> key.open(PURPOSE, person.toString(), kept));
    }

    private OptionalLong step(Optional<byte[]> secret, String typed) {
        StringBuilder digits = new StringBuilder();
        typed.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        if (secret.isEmpty() || digits.length() != DIGITS) {
            return OptionalLong.empty();
        }
        byte[] wanted = digits.toString().getBytes(US_ASCII);
        long now = Math.floorDiv(clock.instant().getEpochSecond(), STEP_SECONDS);
        long found = -1;
        for (long step = now - 1; step <= now + 1; step++) {
            if (MessageDigest.isEqual(wanted, code(secret.get(), step).getBytes(US_ASCII))) {
                found = step;
            }
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private String code(byte[] secret, long step) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), step, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
