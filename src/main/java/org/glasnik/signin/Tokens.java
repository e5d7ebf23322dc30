package org.glasnik.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.platform.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The secrets in links: 256 random bits, kept as a hash, for one purpose, one use and a short time. A token of one purpose is
 * no token of another (MSA-24-0025): the purpose is part of what is hashed. Purposes are words such as {@code invitation}.
 */
@Repository
public class Tokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the token for the link; it can never be read again */
    public String issue(String purpose, @Nullable PersonId person, String payload, Duration validity) {
        return issue(purpose, person, null, payload, validity);
    }

    /** For an address that nobody has yet; it is erased with whoever will have it. */
    String issue(String purpose, MailAddress mail, String payload, Duration validity) {
        return issue(purpose, null, mail.key(), payload, validity);
    }

    private String issue(
            String purpose, @Nullable PersonId person, @Nullable String mailKey, String payload, Duration validity) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into signin.token (hash, purpose, person_id, mail_key, payload, issued_at, expires_at)
                        values (:hash, :purpose, :person, :mail, :payload, :now, :expires)""")
                .param("hash", hash(purpose, token))
                .param("purpose", purpose)
                .param("person", person == null ? null : person.value())
                .param("mail", mailKey)
                .param("payload", payload)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(validity)))
                .update();
        return token;
    }

    /** Looks without changing anything: for the page that a link opens. Empty where there is no such token. */
    public Optional<Token> peek(String purpose, String token) {
        return jdbc.sql("""
                        select id, person_id, payload, case when spent_at is not null then 'SPENT'
                               when expires_at <= :now then 'EXPIRED' else 'OPEN' end as state
                        from signin.token where hash = :hash and purpose = :purpose""")
                .param("hash", hash(purpose, token))
                .param("purpose", purpose)
                .param("now", Timestamp.from(clock.instant()))
                .query(Tokens::read)
                .optional();
    }

    /** Spends an open token: of any number of tries at once, one gets it. */
    public Optional<Token> spend(String purpose, String token) {
        return jdbc.sql("""
                        update signin.token set spent_at = :now, payload = '', mail_key = null
                        where hash = :hash and purpose = :purpose and spent_at is null and expires_at > :now
                        returning new.id, new.person_id, old.payload, 'OPEN' as state""")
                .param("hash", hash(purpose, token))
                .param("purpose", purpose)
                .param("now", Timestamp.from(clock.instant()))
                .query(Tokens::read)
                .optional();
    }

    /** Ends whatever would sign these people in: what was sent to an old address, or before a password was changed. */
    void revokeEntries(Set<PersonId> people) {
        jdbc.sql("""
                        update signin.token set spent_at = :now, payload = '', mail_key = null
                        where person_id = any(:people) and purpose in ('sign-in', 'reset') and spent_at is null""")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Ends open tokens of one purpose: an invitation that is withdrawn, a change of address that is cancelled. */
    public void revoke(String purpose, String payload) {
        jdbc.sql("""
                        update signin.token set spent_at = :now, payload = '', mail_key = null
                        where purpose = :purpose and payload = :payload and spent_at is null""")
                .param("purpose", purpose)
                .param("payload", payload)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** A week after their end, when nobody clicks on them any more; what they held is wiped a day after. */
    int forgetOld() {
        jdbc.sql("update signin.token set payload = '', mail_key = null where payload <> '' and expires_at < :dayAgo")
                .param("dayAgo", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
        return jdbc.sql("delete from signin.token where expires_at < :weekAgo")
                .param("weekAgo", Timestamp.from(clock.instant().minus(Duration.ofDays(7))))
                .update();
    }

    private static Token read(ResultSet row, int number) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        return new Token(
                row.getObject("id", UUID.class),
                person == null ? null : new PersonId(person),
                row.getString("payload"),
                Token.State.valueOf(row.getString("state")));
    }

    private static byte[] hash(String purpose, String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((purpose + '\0' + token).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
