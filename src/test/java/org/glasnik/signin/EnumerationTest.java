package org.glasnik.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.glasnik.access.PersonId;
import org.glasnik.platform.MailAddress;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody learns from us whether an address has an account: same status, same headers, same bytes, same time. */
@GlasnikTest
class EnumerationTest {
    private static final int PAIRS = 60;
    private static final String KNOWN = "o.prykladna@vyhadivska.example";
    private static final String UNKNOWN = "o.prykladna@nobodyhere.example";

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Passwords passwords;

    @Autowired
    SlowHash slow;

    @Autowired
    SelfRegistration registration;

    @Autowired
    AnsweringMail answering;

    @Autowired
    TestClock clock;

    /** What an observer sees, but for what differs from one request to the next in any case. */
    private static Map<String, Object> seen(Web.Answer answer, String mail) {
        Map<String, Object> seen = new TreeMap<>();
        seen.put("status", answer.status());
        answer.response().headers().map().forEach((name, values) -> {
            if (!name.equals("date") && !name.equals("set-cookie")) {
                seen.put(name, values);
            }
        });
        seen.put(
                "body",
                answer.body()
                        .replaceAll("(name=\"_csrf\" value=|name=\"_once\" value=)\"[^\"]*\"", "$1")
                        .replace(mail, "ADDRESS"));
        return seen;
    }

    private Map<String, Object> asked(String page, String action, String mail, Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>(more);
        fields.put(action.equals("/sign-in/password") ? "login" : "mail", mail);
        return seen(web.anonymous().submit(page, action, fields), mail);
    }

    @Test
    void theAnswerIsTheSame() {
        PersonId person = Cast.person(jdbc, "specialist");
        passwords.set(person, passwords.hash("шість рудих котів на даху"));
        registration.set(true);
        Map<String, Map<String, String>> ways = Map.of(
                "/sign-in/link", Map.of(),
                "/sign-in/forgotten", Map.of(),
                "/sign-in/password", Map.of("password", "зовсім інший пароль 17"),
                "/register", Map.of("name", "Хтось Інший", "language", "uk"));
        ways.forEach((action, fields) -> {
            String page = action.equals("/sign-in/forgotten") || action.equals("/register") ? action : "/sign-in";
            assertThat(asked(page, action, UNKNOWN, fields)).as(action).isEqualTo(asked(page, action, KNOWN, fields));
        });
        registration.set(false);
        // The control: the letters do differ, so there was something to see.
        Mailbox mailbox = new Mailbox(jdbc, answering);
        assertThat(mailbox.names(KNOWN)).containsExactlyInAnyOrder("signin.link", "signin.reset", "signin.registered");
        assertThat(mailbox.names(UNKNOWN)).containsExactly("signin.register");
    }

    @Test
    void aLimitIsReachedAlike() {
        for (String mail : List.of("m.tytulna@mriiehorod-misto.example", "m.tytulna@nobodyhere.example")) {
            Web browser = web.anonymous();
            int status = 0;
            int tries = 0;
            while (status != 429 && tries < 50) {
                status = browser.submit("/sign-in", "/sign-in/password", Map.of("login", mail, "password", "hopeless"))
                        .status();
                tries++;
            }
            assertThat(tries).as(mail).isEqualTo(11);
        }
        Web.Answer refused = web.anonymous()
                .submit(
                        "/sign-in",
                        "/sign-in/password",
                        Map.of("login", "M.TYTULNA@mriiehorod-misto.example", "password", "hopeless"));
        assertThat(refused.header("Retry-After")).isEqualTo("90");
        clock.advance(Duration.ofSeconds(90));
        assertThat(web.anonymous()
                        .submit(
                                "/sign-in",
                                "/sign-in/password",
                                Map.of("login", "m.tytulna@mriiehorod-misto.example", "password", "hopeless"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theTimeIsTheSame() {
        PersonId known = Cast.person(jdbc, "manager");
        passwords.set(known, passwords.hash("вісім сірих гусей на ставку"));
        Optional<PersonId> unknown = Optional.empty();
        double real = ratio(
                () -> passwords.matches(Optional.of(known), "wrong, wrong, wrong"),
                () -> passwords.matches(unknown, "wrong, wrong, wrong"));
        assertThat(real).isBetween(0.7, 1.4);
        // The control: without the decoy the same measure tells them apart.
        double naive = ratio(
                () -> naive(Optional.of(known), "wrong, wrong, wrong"), () -> naive(unknown, "wrong, wrong, wrong"));
        assertThat(naive).isGreaterThan(2);
    }

    /** Whole requests: a letter is written after the answer, so an address with an account costs nothing more. */
    @ParameterizedTest
    @ValueSource(strings = {"/sign-in/link", "/sign-in/forgotten", "/register"})
    void theTimeOfARequestIsTheSame(String action) {
        registration.set(true);
        try {
            Web browser = web.anonymous();
            String csrf = browser.get("/sign-in")
                    .page()
                    .select("[name=_csrf]")
                    .first()
                    .attr("value");
            String known = jdbc.sql("select mail from identity.person where id = ?")
                    .param(Cast.person(jdbc, "pageadmin").value())
                    .query(String.class)
                    .single();
            String unknown = "pageadmin@nobodyhere.example";
            assertThat(ratio(() -> ask(browser, csrf, action, known), () -> ask(browser, csrf, action, unknown)))
                    .isBetween(0.7, 1.4);
            // The control: were a token hashed slowly for those we know, the same measure would tell.
            assertThat(ratio(
                            () -> {
                                ask(browser, csrf, action, known);
                                passwords.hash("what only an account would cost");
                            },
                            () -> ask(browser, csrf, action, unknown)))
                    .isGreaterThan(1.4);
        } finally {
            registration.set(false);
        }
    }

    private void ask(Web browser, String csrf, String action, String mail) {
        jdbc.sql("delete from platform.rate_limit").update();
        Web.Answer answer =
                browser.post(action, Map.of("_csrf", csrf, "mail", mail, "name", "Хтось Інший", "language", "uk"));
        assertThat(answer.status()).isBetween(200, 303);
    }

    @Test
    void anAddressThatIsNoneCostsTheSame() {
        assertThat(MailAddress.of("not an address")).isEmpty();
        Web.Answer none = web.anonymous()
                .submit("/sign-in", "/sign-in/password", Map.of("login", "not an address", "password", "hopeless"));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.page().select("#password-error").text())
                .isEqualTo("Адреса або пароль не підходить. Перевірте їх або попросіть посилання поштою.");
    }

    private boolean naive(Optional<PersonId> person, String password) {
        Optional<String> hash = jdbc.sql("select hash from signin.password where person_id = ?")
                .param(person.map(PersonId::value).orElse(new java.util.UUID(0, 0)))
                .query(String.class)
                .optional();
        return hash.isPresent() && slow.matches(password, hash.get());
    }

    /** Medians of pairs, in turn, so that what else the machine does falls on both. */
    private static double ratio(Runnable one, Runnable other) {
        long[] first = new long[PAIRS];
        long[] second = new long[PAIRS];
        one.run();
        other.run();
        for (int i = 0; i < PAIRS; i++) {
            if (i % 2 == 0) {
                first[i] = timed(one);
                second[i] = timed(other);
            } else {
                second[i] = timed(other);
                first[i] = timed(one);
            }
        }
        Arrays.sort(first);
        Arrays.sort(second);
        return (double) first[PAIRS / 2] / second[PAIRS / 2];
    }

    private static long timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
