package org.glasnik.signin;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Requests that wait for {@link AnsweringMail}. Putting one in is the same work whoever asks. */
@Repository
class MailRequests {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Scheduler scheduler;

    MailRequests(JdbcClient jdbc, Clock clock, @Lazy Scheduler scheduler) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** In the caller's transaction: the row and the job that answers it. */
    void put(MailRequest request) {
        jdbc.sql("""
                        insert into signin.mail_request
                            (id, kind, mail, mail_key, person_id, name, language, zone, target, at)
                        values (:id, :kind, :mail, :key, :person, :name, :language, :zone, :target, :now)""")
                .param("id", request.id())
                .param("kind", request.kind().name().toLowerCase(Locale.ROOT))
                .param("mail", request.mail().shown())
                .param("key", request.mail().key())
                .param(
                        "person",
                        request.person() == null ? null : request.person().value())
                .param("name", request.name())
                .param("language", request.language().tag())
                .param("zone", request.zone())
                .param("target", request.target())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        // The scheduler has the system's clock: always due, whatever ours says.
        scheduler.schedule(AnsweringMail.JOB.instance(request.id().toString()).scheduledTo(Instant.EPOCH));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** Takes one out, for whoever answers it. */
    Optional<MailRequest> take(UUID id) {
        return jdbc.sql("""
                        delete from signin.mail_request where id = :id
                        returning id, kind, mail, mail_key, person_id, name, language, zone, target""")
                .param("id", id)
                .query((row, n) -> {
                    UUID person = row.getObject("person_id", UUID.class);
                    return new MailRequest(
                            row.getObject("id", UUID.class),
                            MailRequest.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                            new MailAddress(row.getString("mail"), row.getString("mail_key")),
                            person == null ? null : new PersonId(person),
                            row.getString("name"),
                            Language.ofTag(row.getString("language")).orElse(Language.EN),
                            row.getString("zone"),
                            row.getString("target"));
                })
                .optional();
    }

    /** Those that no job has answered within an hour: nobody waits for such a letter any more. */
    int forgetOld() {
        return jdbc.sql("delete from signin.mail_request where at < :before")
                .param("before", Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .update();
    }
}
