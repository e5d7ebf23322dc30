package org.glasnik.notify;

import java.util.Map;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.platform.Language;
import org.glasnik.testing.Cast;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters and what became of them, and what people wish to get. */
@Component
class LetterStates implements PageStates {
    private final Letters letters;
    private final Unsubscribing unsubscribing;
    private final JdbcClient jdbc;

    LetterStates(Letters letters, Unsubscribing unsubscribing, JdbcClient jdbc) {
        this.letters = letters;
        this.unsubscribing = unsubscribing;
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        Web operator = web.as("operator");
        shown.add("letters, none found", 200, operator.get("/operate/letters?state=sending"));
        PersonId person = Cast.person(jdbc, "resident");
        letters.post(Posts.plain("states-a"));
        letters.post(Posts.news("states-b", person, Language.UK, 5));
        letters.post(Posts.secret("states-c"));
        UUID failed = id("states-a");
        jdbc.sql(
                        "update notify.letter set state = 'failed', attempts = 2, in_doubt = 1, last_fault = 'address' where id = ?")
                .param(failed)
                .update();
        jdbc.sql("""
                        insert into notify.attempt (letter_id, at, outcome, fault, code) values
                        (?, '2027-03-08 12:00Z', 'later', 'busy', '451 4.7.1'), (?, '2027-03-08 12:01Z', 'failed', 'address', '550 5.1.1')""").params(failed, failed).update();
        shown.add("letters", 200, operator.get("/operate/letters"));
        shown.add("operator's desk with letters that failed", 200, operator.get("/operate"));
        shown.add("letter that failed", 200, operator.get("/operate/letters/" + failed));
        shown.add("letter that waits", 200, operator.get("/operate/letters/" + id("states-b")));
        shown.add("letter whose words are secret", 200, operator.get("/operate/letters/" + id("states-c")));
        shown.add("template of a letter", 200, operator.get("/operate/letters/templates/sample.news?language=sr"));
        shown.add("mail server", 200, operator.get("/operate/letters/server"));
        Web resident = web.as("resident");
        shown.add("own letters", 200, resident.get("/account/letters"));
        resident.submit("/account/letters", "/account/letters", Map.of("wanted", ""));
        shown.add("own letters, none wanted, and a notice", 200, resident.get("/account/letters"));
        resident.submit("/account/letters", "/account/letters", Map.of("wanted", "sample"));
        String stop = "/letters/unsubscribe/" + unsubscribing.token(person, "sample");
        shown.add("link to unsubscribe", 200, web.anonymous().get(stop));
        web.anonymous().submit(stop, stop, Map.of());
        shown.add("unsubscribed", 200, web.anonymous().get(stop));
        web.anonymous().submit(stop, stop + "/undo", Map.of());
    }

    private UUID id(String key) {
        return jdbc.sql("select id from notify.letter where key = ?")
                .param(key)
                .query(UUID.class)
                .single();
    }
}
