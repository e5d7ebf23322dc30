package org.glasnik.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glasnik.access.PersonId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GlasnikTest
class SignInTest {
    private static final String SPECIALIST = "o.prykladna@vyhadivska.example";

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tokens tokens;

    @Autowired
    AnsweringMail answering;

    @Autowired
    TestClock clock;

    @Autowired
    org.springframework.core.env.Environment environment;

    private String issued(String purpose) {
        return tokens.issue(purpose, Cast.person(jdbc, "specialist"), "/account/profile", AnsweringMail.LINK_VALID);
    }

    private List<Map<String, Object>> state() {
        return jdbc.sql("select id, spent_at, payload from signin.token order by id")
                .query()
                .listOfRows();
    }

    @Test
    void aMailLinkSignsInByItsButton() {
        Web browser = web.anonymous();
        Web.Answer sent =
                browser.submit("/sign-in?to=%2Faccount%2Fprofile", "/sign-in/link", Map.of("mail", SPECIALIST));
        assertThat(sent.location()).isEqualTo("/sign-in/sent");
        String path = new Mailbox(jdbc, answering).link(SPECIALIST, "signin.link");

        Web.Answer page = browser.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main").text()).contains("o•••@vyhadivska.example");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");

        Web.Answer in = browser.submit(page, path, Map.of());
        assertThat(in.location()).isEqualTo("/account/profile");
        assertThat(browser.get("/account/profile").status()).isEqualTo(200);
        assertThat(in.response().headers().allValues("Set-Cookie"))
                .anyMatch(c -> c.startsWith("SESSION=") && c.contains("HttpOnly") && c.contains("SameSite=Lax"))
                .anyMatch(c -> c.startsWith("lang=uk"));

        Web.Answer again = browser.get(path);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.page().select("h1").text()).isEqualTo("Цим посиланням уже скористалися");
    }

    @Test
    void aLinkRunsOut() {
        String path = "/sign-in/link/" + issued("sign-in");
        Web browser = web.anonymous();
        Web.Answer page = browser.get(path);
        clock.advance(AnsweringMail.LINK_VALID);
        Web.Answer late = browser.submit(page, path, Map.of());
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.page().select("h1").text()).isEqualTo("Це посилання вже не діє");
        assertThat(browser.get("/account").location()).startsWith("/sign-in?to=");
        clock.set(TestClock.START);
    }

    /** Row 9 of the promises: a scanner that opens every link spends none. */
    @Test
    void openingALinkChangesNothing() {
        List<String> paths = List.of(
                "/sign-in/link/" + issued("sign-in"),
                "/sign-in/reset/" + issued("reset"),
                "/account/address/old/" + issued("address-old"),
                "/account/address/new/" + issued("address-new"));
        List<Map<String, Object>> before = state();
        for (String path : paths) {
            assertThat(web.anonymous().get(path).status()).as(path).isEqualTo(200);
            assertThat(web.anonymous().head(path).status()).as(path).isEqualTo(200);
        }
        assertThat(state()).isEqualTo(before);
        // The control: the same comparison sees a link that is spent.
        Web browser = web.anonymous();
        browser.submit(paths.getFirst(), paths.getFirst(), Map.of());
        assertThat(state()).isNotEqualTo(before);
    }

    @Test
    void ofEightPostsAtOnceOneSignsIn() throws Exception {
        String token = issued("sign-in");
        assertThat(atOnce(8, () -> tokens.spend("sign-in", token).isPresent())).isEqualTo(1);
        // The control: looking first and spending afterwards lets several through.
        String other = issued("sign-in");
        int let = atOnce(8, () -> {
            boolean open = tokens.peek("sign-in", other).filter(Token::open).isPresent();
            Thread.sleep(50);
            return open;
        });
        assertThat(let).isGreaterThan(1);
    }

    private static int atOnce(int n, Callable<Boolean> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(n)) {
            List<Future<Boolean>> done = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                done.add(threads.submit(work));
            }
            int right = 0;
            for (Future<Boolean> each : done) {
                right += each.get() ? 1 : 0;
            }
            return right;
        }
    }

    /** MSA-24-0025: a token for one use is no token for another. */
    @Test
    void aTokenOfOnePurposeIsNoneOfAnother() {
        for (String purpose : List.of("reset", "address-old", "address-new", "register", "invitation")) {
            String token = issued(purpose);
            assertThat(tokens.peek("sign-in", token)).isEmpty();
            assertThat(tokens.spend("sign-in", token)).isEmpty();
            assertThat(web.anonymous().get("/sign-in/link/" + token).status()).isEqualTo(410);
            assertThat(tokens.peek(purpose, token)).isPresent();
        }
        assertThat(web.anonymous().get("/sign-in/reset/" + issued("sign-in")).status())
                .isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/%5cevil.example", "https://evil.example", "/%0d%0aX:y"})
    void nobodyIsLedElsewhereAfterwards(String to) {
        Web browser = web.anonymous();
        String mail = "b.zrazkovyi@vyhadivska.example";
        browser.submit("/sign-in", "/sign-in/link", Map.of("mail", mail, "to", to));
        String path = new Mailbox(jdbc, answering).link(mail, "signin.link");
        assertThat(browser.submit(path, path, Map.of()).header("Location")).endsWith("/");
        clock.advance(Duration.ofMinutes(15));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Web browser = web.anonymous();
        Web.Answer forged = browser.post("/sign-in/link", Map.of("mail", SPECIALIST));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.page().select("h1").text()).isEqualTo("Ця сторінка застаріла");
        assertThat(forged.header("Set-Cookie")).isNotNull().startsWith("csrf=").contains("HttpOnly");
    }

    @Test
    void aNewSessionBeginsWithEachSignIn() {
        Web browser = web.anonymous();
        String path = "/sign-in/link/" + issued("sign-in");
        browser.submit(path, path, Map.of());
        String first = cookie(browser, "SESSION");
        String second = "/sign-in/link/" + issued("sign-in");
        browser.submit(second, second, Map.of());
        assertThat(cookie(browser, "SESSION")).isNotEqualTo(first);
    }

    @Test
    void aVisitorHasNoSession() {
        Web browser = web.anonymous();
        browser.get("/sign-in");
        browser.submit("/sign-in", "/sign-in/link", Map.of("mail", "nobody@example.org"));
        browser.get("/sign-in/sent");
        assertThat(cookie(browser, "SESSION")).isEmpty();
        assertThat(cookie(browser, "csrf")).isNotEmpty();
    }

    @Test
    void whereThereIsNoDemoThereIsNoCast() {
        Web browser = web.anonymous();
        Web.Answer page = browser.get("/sign-in");
        assertThat(page.page().select("form[action=/sign-in/cast]")).isEmpty();
        String csrf = page.page().select("[name=_csrf]").first().attr("value");
        String person = Cast.person(jdbc, "operator").toString();
        assertThat(browser.post("/sign-in/cast", Map.of("_csrf", csrf, "person", person))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void badInputIsSaidAndKept() {
        Web browser = web.anonymous();
        for (String mail : List.of("", "nobody", "a@b", "x".repeat(400) + "@example.org", "a\u0000@example.org")) {
            Web.Answer answer = browser.submit("/sign-in", "/sign-in/link", Map.of("mail", mail));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select(".g-errors a").attr("href")).isEqualTo("#mail");
        }
        Web.Answer kept = browser.submit("/sign-in", "/sign-in/link", Map.of("mail", "nobody"));
        assertThat(kept.page().select("#mail").attr("value")).isEqualTo("nobody");
    }

    /** A refused form stands at the address it was posted to, and its language links lead there. */
    @Test
    void aRefusedFormCanBeReadInAnotherLanguage() {
        for (Map.Entry<String, String> form :
                Map.of("/sign-in/link", "mail", "/sign-in/password", "login").entrySet()) {
            Web browser = web.anonymous();
            Web.Answer refused = browser.submit("/sign-in", form.getKey(), Map.of(form.getValue(), ""));
            String link = refused.page().select("footer a[hreflang=en]").attr("href");
            Web.Answer back = browser.get(browser.get(link).location());
            assertThat(back.status() == 200 || back.location().equals("/sign-in"))
                    .as(link)
                    .isTrue();
        }
    }

    @Test
    void aLinkOfNobodyIsSaidKindly() {
        for (String token : List.of("x", "%C3%A4", "a".repeat(2000))) {
            assertThat(web.anonymous().get("/sign-in/link/" + token).status()).isEqualTo(410);
        }
    }

    /** Somebody in the bin has no account: the link leads nowhere. */
    @Test
    void aPersonInTheBinDoesNotGetIn() {
        PersonId person = Cast.person(jdbc, "riadkovyi");
        String path = "/sign-in/link/" + tokens.issue("sign-in", person, "/", AnsweringMail.LINK_VALID);
        Web browser = web.anonymous();
        Web.Answer page = browser.get(path);
        jdbc.sql("update identity.person set deleted_at = now() where id = ?")
                .param(person.value())
                .update();
        assertThat(browser.submit(page, path, Map.of()).status()).isEqualTo(404);
    }

    private static String cookie(Web browser, String name) {
        return browser.cookies().getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    @Test
    void healthIsAskedForOnAnotherPortWithoutSigningIn() throws Exception {
        java.net.http.HttpResponse<String> health = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:"
                                        + environment.getProperty("local.management.port") + "/health/live"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(web.anonymous().get("/health/live").status()).isEqualTo(404);
    }
}
