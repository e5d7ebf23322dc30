package org.glasnik.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters on their way: claimed by one node, marked with what came of it. */
@Repository
class Deliveries {
    /** Longer than any conversation with a server can last. After it another node takes the letter for abandoned. */
    static final Duration CLAIMED = Duration.ofMinutes(10);

    /** How long a letter is tried; after it, and for one that waited longer for a server, an operator decides. */
    static final Duration TRIED = Duration.ofDays(3);

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets those go that waited for a mail server, the old ones left out: nobody wants last month's reminder. */
    int release(Instant now) {
        return jdbc.sql("""
                        update notify.letter set state = 'waiting', next_attempt_at = :now
                        where state = 'held' and created_at > :oldest""")
                .param("now", Timestamp.from(now))
                .param("oldest", Timestamp.from(now.minus(TRIED)))
                .update();
    }

    /**
     * The letter that is due for longest, for this node alone. One at a time: a node that dies between the server's 250 and
     * the mark leaves one letter in doubt, not a batch.
     */
    Optional<Due> claim(Instant now) {
        return jdbc.sql("""
                        with due as (
                            select id from notify.letter
                            where to_address <> ''
                              and (state = 'waiting' and next_attempt_at <= :now
                                   or state = 'sending' and claimed_until < :now)
                            order by next_attempt_at, id
                            limit 1
                            for update skip locked),
                        claimed as (
                            update notify.letter l
                            set state = 'sending', attempts = l.attempts + 1, claim = gen_random_uuid(),
                                claimed_until = :until,
                                in_doubt = l.in_doubt + case when l.state = 'sending' then 1 else 0 end
                            from due where l.id = due.id
                            returning l.id, l.claim, l.to_address, l.language, l.subject, l.text, l.html, l.unsubscribe,
                                      l.message_id, l.created_at, l.attempts, l.retry_until,
                                      old.state = 'sending' as doubted, old.claimed_until as abandoned_at),
                        doubts as (
                            insert into notify.attempt (letter_id, at, outcome)
                            select id, abandoned_at, 'doubt' from claimed where doubted)
                        select * from claimed""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(CLAIMED)))
                .query(Deliveries::due)
                .optional();
    }

    /**
     * Writes what came of a claim. A secret letter's words are gone once they are sent or refused for good.
     *
     * @return false where another node has taken the letter over meanwhile
     */
    boolean mark(Due due, MailReply reply, Instant now) {
        Instant next = due.nextAttempt(now);
        String state = switch (reply.outcome()) {
            case SENT -> "sent";
            case LATER -> next.isAfter(due.retryUntil()) ? "failed" : "waiting";
            case FAILED -> "failed";
        };
        return jdbc.sql("""
                        with marked as (
                            update notify.letter
                            set state = :state, claim = null, claimed_until = null, next_attempt_at = :next,
                                last_fault = :fault, in_doubt = in_doubt + :doubt,
                                sent_at = case when :state = 'sent' then cast(:now as timestamptz) end,
                                text = case when secret and :state <> 'waiting' then '' else text end,
                                html = case when secret and :state <> 'waiting' then '' else html end
                            where id = :id and claim = :claim
                            returning id)
                        insert into notify.attempt (letter_id, at, outcome, fault, code)
                        select id, :now, :outcome, :fault, :code from marked""")
                        .param("state", state)
                        .param("next", Timestamp.from(next))
                        .param("now", Timestamp.from(now))
                        .param(
                                "fault",
                                reply.fault() == null ? null : reply.fault().tag())
                        .param("doubt", reply.doubtful() ? 1 : 0)
                        .param("id", due.id())
                        .param("claim", due.claim())
                        .param("outcome", state.equals("waiting") ? "later" : state.toLowerCase(Locale.ROOT))
                        .param("code", reply.code())
                        .update()
                == 1;
    }

    /** How many letters wait for their turn or for a server. */
    long waiting() {
        return jdbc.sql("select count(*) from notify.letter where state in ('waiting', 'held')")
                .query(Long.class)
                .single();
    }

    /** The log is kept for a year, the words of secret letters that will not be sent for three days. */
    int forgetOld(Instant now) {
        jdbc.sql("""
                        update notify.letter set text = '', html = ''
                        where secret and text <> '' and state in ('cancelled', 'failed') and created_at < :recent""").param("recent", Timestamp.from(now.minus(TRIED))).update();
        return jdbc.sql("delete from notify.letter where created_at < :old and state <> 'sending'")
                .param("old", Timestamp.from(now.minus(Duration.ofDays(365))))
                .update();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("claim", UUID.class),
                row.getString("to_address"),
                row.getString("language"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("html"),
                row.getString("unsubscribe"),
                row.getString("message_id"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("attempts"),
                row.getTimestamp("retry_until").toInstant(),
                row.getBoolean("doubted"));
    }
}
