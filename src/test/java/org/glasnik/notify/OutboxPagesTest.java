package org.glasnik.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.Viewer;
import org.glasnik.identity.Viewers;
import org.glasnik.platform.Language;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GlasnikTest
class OutboxPagesTest {
    @Autowired
    Letters letters;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Web web;

    private Web operator;

    @BeforeEach
    void empty() {
        clock.set(TestClock.START);
        jdbc.sql("truncate notify.letter, notify.attempt, notify.unsubscription")
                .update();
        operator = web.as("operator").in("en");
    }

    private UUID id(String key) {
        return jdbc.sql("select id from notify.letter where key = ?")
                .param(key)
                .query(UUID.class)
                .single();
    }

    private String state(String key) {
        return jdbc.sql("select state from notify.letter where key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private List<String> subjects(String query) {
        return operator.get("/operate/letters" + query)
                .page()
                .select(".g-list tbody tr td:nth-child(2) a")
                .eachText();
    }

    @Test
    void anEmptyLogSaysWhatWillStandThere() {
        Web.Answer answer = operator.get("/operate/letters");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select(".g-empty h2").text()).isEqualTo("No letter has been written yet");
    }

    @Test
    void aListOfThreeCostsAsMuchAsAListOfOne() {
        letters.post(Posts.plain("a"));
        operator.statements();
        assertThat(subjects("")).hasSize(1);
        int one = operator.statements().size();
        letters.post(Posts.plain("b"));
        letters.post(Posts.news("c", Cast.person(jdbc, "resident"), Language.UK, 1));
        assertThat(subjects("")).hasSize(3);
        List<String> three = operator.statements();
        // The viewer, the counts, the rows.
        assertThat(three).as(String.join("\n---\n", three)).hasSize(3);
        assertThat(one).isEqualTo(3);
    }

    @Test
    void lettersAreFoundByStateKindAddressAndDay() {
        letters.post(Posts.plain("a"));
        clock.advance(java.time.Duration.ofDays(1));
        letters.post(Posts.news("b", Cast.person(jdbc, "resident"), Language.EN, 1));
        jdbc.sql("update notify.letter set state = 'failed', last_fault = 'address' where key = 'a'")
                .update();
        jdbc.sql("update notify.letter set to_address = 'other_one@example.org' where key = 'b'")
                .update();
        assertThat(subjects("")).containsExactly("News of Домислов", "A test letter");
        assertThat(subjects("?state=failed")).containsExactly("A test letter");
        assertThat(subjects("?name=sample.news")).containsExactly("News of Домислов");
        assertThat(subjects("?address=READER@")).containsExactly("A test letter");
        assertThat(subjects("?address=r_one")).containsExactly("News of Домислов");
        assertThat(subjects("?address=r%25one")).isEmpty();
        assertThat(subjects("?address=othe_")).isEmpty();
        assertThat(subjects("?from=2027-03-09")).containsExactly("News of Домислов");
        assertThat(subjects("?to=2027-03-08")).containsExactly("A test letter");
        assertThat(subjects("?from=2027-02-30")).isEmpty();
        assertThat(subjects("?sort=subject")).containsExactly("A test letter", "News of Домислов");
        assertThat(subjects("?sort=nonsense&page=9&state=%00")).hasSize(2);
    }

    @Test
    void theLogIsTakenAway() {
        letters.post(Posts.plain("a"));
        letters.post(Posts.news("b", Cast.person(jdbc, "resident"), Language.EN, 1, "=1+1"));
        Web.Answer csv = operator.get("/operate/letters.csv?sort=subject");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body().lines().map(l -> l.split(",")[3]))
                .containsExactly("Subject", "A test letter", "News of =1+1");
        assertThat(operator.get("/operate/letters.json?name=notify.test").body())
                .contains("\"subject\":\"A test letter\"")
                .doesNotContain("News");
        assertThat(operator.get("/operate/letters.xlsx").status()).isEqualTo(200);
        assertThat(operator.get("/operate/letters.exe").status()).isEqualTo(404);
    }

    @Test
    void aLetterIsReadWithItsLinks() {
        letters.post(Posts.plain("a"));
        String text =
                jdbc.sql("select text from notify.letter").query(String.class).single();
        jdbc.sql("update notify.letter set text = replace(text, 'http://localhost/operate', :base || '/operate')")
                .param(
                        "base",
                        text.substring(text.lastIndexOf("http://"))
                                .lines()
                                .findFirst()
                                .orElseThrow()
                                .strip())
                .update();
        Web.Answer answer = operator.get("/operate/letters/" + id("a"));
        assertThat(answer.page().select("h1").text()).isEqualTo("A test letter");
        assertThat(answer.page().select(".g-quote p").first().text()).isEqualTo("Hello!");
        Element link = answer.page().select(".g-quote a").first();
        assertThat(link.attr("href")).endsWith("/operate/letters").isEqualTo(link.text());
    }

    @Test
    void theHtmlIsShutOff() {
        letters.post(Posts.plain("a"));
        Web.Answer answer = operator.get("/operate/letters/" + id("a") + "/html");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo(
                        "sandbox; default-src 'none'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'");
        assertThat(answer.page().select("h1").text()).isEqualTo("A test letter");
    }

    /** An operator must not sign in as others. The demo shows them: there nobody's account is at stake. */
    @Test
    void aLinkThatSignsInIsShownInTheDemoOnly() {
        letters.post(Posts.secret("a"));
        letters.post(Posts.plain("b"));
        Viewer viewer = viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow();
        assertThat(new Fates(jdbc, true).text(viewer, id("a")).orElseThrow().text())
                .contains("TOKEN");
        assertThat(new Fates(jdbc, false).text(viewer, id("a"))).isEmpty();
        assertThat(new Fates(jdbc, false).text(viewer, id("b"))).isPresent();
        Web.Answer page = operator.get("/operate/letters/" + id("a"));
        assertThat(page.body()).doesNotContain("TOKEN").contains("nobody else may read it");
        assertThat(operator.get("/operate/letters/" + id("a") + "/html").status())
                .isEqualTo(404);
        assertThat(operator.get("/operate/letters.json").body()).doesNotContain("TOKEN");
    }

    @Test
    void aLetterIsStoppedAndTheStopTakenBack() {
        letters.post(Posts.plain("a"));
        String path = "/operate/letters/" + id("a");
        Web.Answer stopped = operator.submit(path, path + "/cancellation", Map.of());
        assertThat(stopped.location()).isEqualTo(path);
        assertThat(state("a")).isEqualTo("cancelled");
        Web.Answer page = operator.get(path);
        assertThat(page.page().select(".g-notice p").text()).isEqualTo("The letter will not be sent.");
        assertThat(operator.submit(page, path + "/resending", Map.of()).location())
                .isEqualTo(path);
        assertThat(state("a")).isEqualTo("held");
        assertThat(jdbc.sql("select verb from deed.deed where object_id = ? order by id")
                        .param(id("a"))
                        .query(String.class)
                        .list())
                .containsExactly("letter.cancelled", "letter.resent");
    }

    @Test
    void whatWasSentIsSentAgainAsACopyAndAWipedOneIsNot() {
        letters.post(Posts.plain("a"));
        letters.post(Posts.secret("b"));
        jdbc.sql(
                        "update notify.letter set state = 'sent', sent_at = created_at, text = case when secret then '' else text end, html = case when secret then '' else html end")
                .update();
        String path = "/operate/letters/" + id("a");
        Web.Answer again = operator.submit(path, path + "/resending", Map.of());
        assertThat(again.location()).startsWith("/operate/letters/").isNotEqualTo(path);
        assertThat(jdbc.sql("select count(distinct message_id) from notify.letter where not secret")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        String wiped = "/operate/letters/" + id("b");
        assertThat(operator.get(wiped).page().select("form[action$=resending]")).isEmpty();
        assertThat(operator.get(wiped).page().text()).contains("The words are wiped");
    }

    @Test
    void eachKindOfLetterIsShownInEachLanguage() {
        Web.Answer list = operator.get("/operate/letters/templates");
        assertThat(list.page().select("tbody code").eachText())
                .contains("notify.test", "sample.news")
                .isSorted();
        Web.Answer one = operator.get("/operate/letters/templates/sample.news?language=sr-Latn");
        assertThat(one.page().select("h1").text()).isEqualTo("Vesti: Домисловська громада");
        assertThat(one.page().select(".g-quote p").first().text()).isEqualTo("Домисловська громада ima 3 vesti.");
        Web.Answer html = operator.get("/operate/letters/templates/sample.news/html?language=uk");
        assertThat(html.page().select("html").attr("lang")).isEqualTo("uk");
        assertThat(operator.get("/operate/letters/templates/absent").status()).isEqualTo(404);
        assertThat(operator.get("/operate/letters/templates/sample.news?language=%00")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutAServerThePageSaysHowToSetOne() {
        Web.Answer answer = operator.get("/operate/letters/server");
        assertThat(answer.page().select("code").text()).isEqualTo(MailServer.EXAMPLE);
        assertThat(answer.page().select("form[action$=test]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resident", "specialist", "organiser", "desk"})
    void nobodyElseLearnsOfLetters(String key) {
        letters.post(Posts.plain("a"));
        String one = "/operate/letters/" + id("a");
        Web other = web.as(key);
        for (String path : List.of(
                "/operate/letters",
                "/operate/letters.csv",
                one,
                one + "/html",
                "/operate/letters/templates",
                "/operate/letters/templates/notify.test",
                "/operate/letters/templates/notify.test/html",
                "/operate/letters/server")) {
            assertThat(other.get(path).status()).as(path).isEqualTo(404);
        }
        // In the query too, not only at the door.
        Viewer viewer = viewers.of(Cast.person(jdbc, key), true).orElseThrow();
        Fates fates = new Fates(jdbc, true);
        assertThat(fates.one(viewer, id("a"))).isEmpty();
        assertThat(fates.text(viewer, id("a"))).isEmpty();
        assertThat(fates.cancel(viewer, id("a"))).isFalse();
        assertThat(fates.resend(viewer, id("a"), MailServer.of("smtp://x", "a@b.example"), clock.instant()))
                .isEmpty();
        assertThat(state("a")).isEqualTo("held");
    }

    @Test
    void whatIsNoLetterIsAbsent() {
        assertThat(operator.get("/operate/letters/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(operator.get("/operate/letters/nonsense").status()).isEqualTo(404);
        assertThat(web.anonymous().get("/operate/letters").location()).startsWith("/sign-in?to=");
    }
}
