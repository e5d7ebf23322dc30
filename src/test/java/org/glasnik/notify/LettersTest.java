package org.glasnik.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GlasnikTest
class LettersTest {
    @Autowired
    Letters letters;

    @Autowired
    Preferences preferences;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void empty() {
        jdbc.sql("truncate notify.letter, notify.attempt, notify.unsubscription")
                .update();
    }

    private record Row(String key, String state, String subject, String text, String lastFault) {}

    private List<Row> rows() {
        return jdbc.sql("select key, state, subject, text, last_fault from notify.letter order by key")
                .query(Row.class)
                .list();
    }

    @Test
    void aKeyIsALetterOnce() {
        letters.post(Posts.plain("a"));
        letters.post(Posts.plain("a"));
        assertThat(rows()).extracting(Row::key).containsExactly("a");
        // The control: it is the key that makes them one.
        letters.post(Posts.plain("b"));
        assertThat(rows()).extracting(Row::key).containsExactly("a", "b");
    }

    @Test
    void withoutAServerALetterIsHeld() {
        letters.post(Posts.plain("a"));
        assertThat(rows()).extracting(Row::state).containsExactly("held");
    }

    @Test
    void aLetterGoesWithItsTransaction() {
        transaction.executeWithoutResult(status -> {
            letters.post(Posts.plain("undone"));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> letters.post(Posts.plain("done")));
        assertThat(rows()).extracting(Row::key).containsExactly("done");
    }

    @Test
    void theWordsAreThoseOfTheReadersLanguage() {
        PersonId person = Cast.person(jdbc, "resident");
        for (Language language : Language.values()) {
            letters.post(Posts.news(language.tag(), person, language, 2));
        }
        assertThat(rows().stream().map(row -> row.text().lines().findFirst().orElseThrow()))
                .containsExactly(
                        "Домислов has 2 pieces of news.",
                        "Домислов: 2 новости.",
                        "Домислов има 2 вести.",
                        "Домислов ima 2 vesti.",
                        "Домислов має 2 новини.");
    }

    @Test
    void theTextIsWhole() {
        PersonId person = Cast.person(jdbc, "resident");
        letters.post(Posts.news("a", person, Language.EN, 1));
        String unsubscribe = jdbc.sql("select unsubscribe from notify.letter")
                .query(String.class)
                .single();
        assertThat(unsubscribe).startsWith("http").contains("/letters/unsubscribe/sample.");
        String base = unsubscribe.substring(0, unsubscribe.indexOf("/letters/"));
        assertThat(rows().getFirst().text()).isEqualTo("""
                Домислов has 1 piece of news.

                Read it by 10 March 2027, 18:00 Kyiv time.

                Read the news:
                http://localhost/news

                That is all.

                --\s
                This letter was sent by Glasnik: %s
                You get letters of this kind: sample news.
                Stop letters of this kind:
                %s
                """.formatted(base, unsubscribe));
    }

    @Test
    void whatPeopleTypedStaysInsideItsSentence() {
        PersonId person = Cast.person(jdbc, "resident");
        String typed = "Mallory\r\nBcc: all@example.org\u0085\u202e\n\nClick: <b>http://evil.example</b>";
        letters.post(Posts.news("a", person, Language.EN, 1, typed));
        Row row = rows().getFirst();
        assertThat(row.subject()).isEqualTo("News of Mallory Bcc: all@example.org Click: <b>http://evil.example</b>");
        assertThat(row.text().lines().findFirst())
                .contains("Mallory Bcc: all@example.org Click: <b>http://evil.example</b> has 1 piece of news.");
        assertThat(jdbc.sql("select html from notify.letter")
                        .query(String.class)
                        .single())
                .contains("&lt;b&gt;http://evil.example&lt;/b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void aHeaderCannotBeSmuggledIn() throws Exception {
        // The control: with nothing in the way, a line break in a header begins the next one.
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setHeader("List-Unsubscribe", "<http://localhost/>\r\nBcc: all@example.org");
        message.setText("");
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        message.writeTo(sent);
        assertThat(sent.toString(StandardCharsets.US_ASCII).lines()).contains("Bcc: all@example.org");

        Letter plain = Posts.plain("a");
        for (String address : List.of(
                "a@example.org\r\nBcc: all@example.org",
                "a@example.org, all@example.org",
                "<a@example.org>",
                "a@b",
                "")) {
            MailAddress forged = new MailAddress(address, "a@example.org");
            assertThatThrownBy(() -> letters.post(new Letter(
                            plain.name(), "x", forged, null, Language.EN, Map.of(), plain.link(), false, null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        letters.post(plain);
        for (String header : List.of("subject", "to_address", "unsubscribe", "message_id")) {
            assertThatThrownBy(() -> jdbc.sql("update notify.letter set " + header + " = E'<x>\\nBcc: all@example.org'")
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("letter_header_lines");
        }
    }

    @Test
    void aLinkIsAWebAddress() {
        for (String link : List.of("javascript:alert(1)", "/relative", "http://a\nb", "https://a\"onclick=")) {
            assertThatThrownBy(() -> letters.post(new Letter(
                            "notify.test", "x", Posts.READER, null, Language.EN, Map.of(), link, false, null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whoHasUnsubscribedGetsNone() {
        PersonId person = Cast.person(jdbc, "resident");
        PersonId other = Cast.person(jdbc, "specialist");
        letters.post(Posts.news("before", person, Language.EN, 1));
        preferences.unsubscribe(Viewer.NOBODY, person, "sample");
        letters.post(Posts.news("mine", person, Language.EN, 1));
        letters.post(Posts.news("other", other, Language.EN, 1));
        letters.post(Posts.plain("transactional"));
        assertThat(rows())
                .extracting(Row::key, Row::state, Row::lastFault)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("before", "cancelled", "unsubscribed"),
                        org.assertj.core.api.Assertions.tuple("mine", "cancelled", "unsubscribed"),
                        org.assertj.core.api.Assertions.tuple("other", "held", null),
                        org.assertj.core.api.Assertions.tuple("transactional", "held", null));
        assertThatThrownBy(() -> letters.post(new Letter(
                        "sample.news", "x", Posts.READER, null, Language.EN, Map.of(), null, false, "sample")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
