package org.glasnik.notify;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.glasnik.access.PersonId;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;

/** Letters that tests post. */
final class Posts {
    static final MailAddress READER = MailAddress.of("reader@example.org").orElseThrow();

    private Posts() {}

    static Letter plain(String key) {
        return new Letter(
                "notify.test",
                key,
                READER,
                null,
                Language.EN,
                Map.of(),
                "http://localhost/operate/letters",
                false,
                null);
    }

    static Letter secret(String key) {
        return new Letter(
                "notify.test", key, READER, null, Language.EN, Map.of(), "http://localhost/sign-in/TOKEN", true, null);
    }

    static Letter news(String key, PersonId person, Language language, int days) {
        return news(key, person, language, days, "Домислов");
    }

    static Letter news(String key, PersonId person, Language language, int days, String name) {
        return new Letter(
                "sample.news",
                key,
                READER,
                Optional.of(person).get(),
                language,
                Map.of("name", name, "days", days, "at", Instant.parse("2027-03-10T16:00:00Z")),
                "http://localhost/news",
                false,
                "sample");
    }
}
