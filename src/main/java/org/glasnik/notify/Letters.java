package org.glasnik.notify;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox. Posting is part of the caller's transaction: no letter without its cause, no cause without its letter. */
@Repository
public class Letters {
    private final JdbcClient jdbc;
    private final WritingLetters writing;
    private final Unsubscribing unsubscribing;
    private final SendingLetters sending;
    private final MailServer server;
    private final People people;
    private final DefaultZone zone;
    private final Clock clock;

    Letters(
            JdbcClient jdbc,
            WritingLetters writing,
            Unsubscribing unsubscribing,
            SendingLetters sending,
            MailServer server,
            People people,
            DefaultZone zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.unsubscribing = unsubscribing;
        this.sending = sending;
        this.server = server;
        this.people = people;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Writes a letter with the words that it has now. A key that is known already changes nothing. Someone who has
     * unsubscribed from the category gets none; the log shows it as cancelled.
     *
     * @throws IllegalArgumentException for an address or link that could carry a header or a script, and for a category
     *     without a person
     */
    public void post(Letter letter) {
        check(letter);
        String unsubscribe = letter.category() == null || letter.person() == null
                ? null
                : unsubscribing.link(letter.person(), letter.category());
        Words words = writing.words(new WritingLetters.Draft(
                letter.name(),
                letter.language(),
                zone(letter),
                letter.values(),
                letter.link(),
                letter.category(),
                unsubscribe));
        Instant now = clock.instant();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("key", letter.key());
        row.put("name", letter.name());
        row.put("category", letter.category());
        row.put("to", letter.to().shown());
        row.put("person", letter.person() == null ? null : letter.person().value());
        row.put("language", letter.language().tag());
        row.put("subject", words.subject());
        row.put("text", words.text());
        row.put("html", words.html());
        row.put("unsubscribe", unsubscribe == null ? "" : unsubscribe);
        row.put("secret", letter.secret());
        row.put("messageId", messageId(server));
        row.put("state", server.set() ? "waiting" : "held");
        row.put("now", Timestamp.from(now));
        row.put("until", Timestamp.from(now.plus(Deliveries.TRIED)));
        jdbc.sql("""
                        with wish as (
                            select exists (select from notify.unsubscription
                                           where person_id = cast(:person as uuid) and category = :category) as refused)
                        insert into notify.letter (key, name, category, to_address, person_id, language, subject, text, html,
                                                   unsubscribe, secret, message_id, state, last_fault, next_attempt_at,
                                                   retry_until, created_at)
                        select :key, :name, :category, :to, :person, :language, :subject, :text, :html, :unsubscribe, :secret,
                               :messageId, case when refused then 'cancelled' else :state end,
                               case when refused then 'unsubscribed' end, :now, :until, :now
                        from wish
                        on conflict (key) do nothing""").params(row).update();
        sending.wakeAfterCommit();
    }

    /** Random, so that it tells nobody how many letters we write. */
    static String messageId(MailServer server) {
        return "<" + UUID.randomUUID() + server.from().substring(server.from().lastIndexOf('@')) + ">";
    }

    private ZoneId zone(Letter letter) {
        PersonId person = letter.person();
        if (person == null || letter.values().values().stream().noneMatch(Instant.class::isInstance)) {
            return zone.get();
        }
        return people.of(person).flatMap(Person::ownZone).orElseGet(zone::get);
    }

    private static void check(Letter letter) {
        String shown = letter.to().shown();
        if (!MailAddress.of(shown).map(MailAddress::shown).equals(java.util.Optional.of(shown))) {
            throw new IllegalArgumentException("Letter " + letter.name() + " has no address that a letter could reach");
        }
        if (letter.link() != null && !letter.link().matches("https?://[^\\s\\p{Cc}<>\"]+")) {
            throw new IllegalArgumentException("Letter " + letter.name() + " has a link that is no web address");
        }
        if (letter.category() != null && letter.person() == null) {
            throw new IllegalArgumentException("Letter " + letter.name() + " has a category and no person");
        }
    }
}
