package org.glasnik.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.glasnik.access.PersonId;
import org.glasnik.platform.FormErrors;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GlasnikTest
class PasswordTest {
    private static final String GOOD = "сім жовтих слонів танцюють";
    private static final String SPECIALIST = "o.prykladna@vyhadivska.example";

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tokens tokens;

    @Autowired
    Passwords passwords;

    @Autowired
    AnsweringMail answering;

    @Autowired
    TestClock clock;

    @AfterEach
    void later() {
        clock.advance(java.time.Duration.ofMinutes(15));
    }

    private static String fault(String password) {
        FormErrors errors = FormErrors.none();
        PasswordRules.check(errors, "password", password, List.of("Оксана Прикладна", SPECIALIST));
        return errors.of("password").map(FormErrors.FormError::key).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short | signin.password.short",
                "14 characters! | signin.password.short",
                "passwordpassword | signin.password.common",
                "qwertyuiopasdfgh | signin.password.common",
                "йцукенгшщзхїфівап | signin.password.common",
                "љњертзуиопшђасдфг | signin.password.common",
                "123456789012345678 | signin.password.common",
                "aaaaaaaaaaaaaaaaaaaa | signin.password.common",
                "Оксана Прикладна | signin.password.common",
                "o.prykladna@vyhadivska.example | signin.password.common",
            })
    void aPasswordThatIsEasilyGuessedIsRefused(String password, String why) {
        assertThat(fault(password)).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "correct horse battery staple lamp", "žuta-kuća-iza-sedam-mora"})
    void aLongOneIsTaken(String password) {
        assertThat(fault(password)).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersAndHasAnEnd() {
        assertThat(fault("🦔".repeat(14))).isEqualTo("signin.password.short");
        assertThat(fault(GOOD.repeat(5).substring(0, 129))).isEqualTo("platform.error.tooLong");
        assertThat(fault("сім жовтих\u0000слонів танцюють")).isEqualTo("platform.error.control");
    }

    /** Two keyboards write one letter in two ways. */
    @Test
    void oneFormOfUnicodeCounts() {
        PersonId person = Cast.person(jdbc, "newcomer");
        passwords.set(person, passwords.hash("Mačak spava na krovu"));
        assertThat(passwords.matches(java.util.Optional.of(person), "Mac\u030cak spava na krovu"))
                .isTrue();
        assertThat(passwords.matches(java.util.Optional.of(person), "Macak spava na krovu"))
                .isFalse();
    }

    @Test
    void aPasswordIsSetUsedChangedAndRemoved() {
        PersonId person = Cast.person(jdbc, "specialist");
        Web here = signedIn(person);
        Web elsewhere = signedIn(person);

        Web.Answer refused = here.submit("/account/password", "/account/password", Map.of("password", "short"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#password").attr("value")).isEmpty();
        assertThat(here.submit("/account/password", "/account/password", Map.of("password", GOOD))
                        .location())
                .isEqualTo("/account");
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(elsewhere.get("/account").location()).startsWith("/sign-in");

        Web byPassword = web.anonymous();
        assertThat(byPassword
                        .submit("/sign-in", "/sign-in/password", Map.of("login", SPECIALIST, "password", GOOD + "x"))
                        .status())
                .isEqualTo(422);
        assertThat(byPassword
                        .submit(
                                "/sign-in?to=%2Faccount",
                                "/sign-in/password",
                                Map.of("login", SPECIALIST.toUpperCase(java.util.Locale.ROOT), "password", GOOD))
                        .location())
                .isEqualTo("/account");

        assertThat(here.submit(
                                "/account/password",
                                "/account/password",
                                Map.of("current", "not this one", "password", "п’ять синіх возів стоять"))
                        .page()
                        .select(".g-errors a")
                        .attr("href"))
                .isEqualTo("#current");
        assertThat(here.submit(
                                "/account/password",
                                "/account/password",
                                Map.of("current", GOOD, "password", "п’ять синіх возів стоять"))
                        .status())
                .isEqualTo(302);

        Web.Answer page = here.get("/account/password");
        String csrf = page.page().select("[name=_csrf]").first().attr("value");
        assertThat(here.post("/account/password/removal", Map.of("_csrf", csrf, "current", "п’ять синіх возів стоять"))
                        .status())
                .isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from signin.password where person_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(new Mailbox(jdbc, answering).names(SPECIALIST))
                .containsExactly("signin.passwordSet", "signin.passwordSet", "signin.passwordRemoved");
        assertThat(deeds(person)).contains("person.passwordSet", "person.passwordRemoved", "person.signedIn");
    }

    @Test
    void aForgottenPasswordIsSetAnewByMail() {
        String mail = "b.zrazkovyi@vyhadivska.example";
        PersonId person = Cast.person(jdbc, "manager");
        passwords.set(person, passwords.hash(GOOD));
        Web elsewhere = signedIn(person);
        String stale = tokens.issue("sign-in", person, "/", AnsweringMail.LINK_VALID);
        Web browser = web.anonymous();
        browser.submit("/sign-in/forgotten", "/sign-in/forgotten", Map.of("mail", mail));
        String path = new Mailbox(jdbc, answering).link(mail, "signin.reset");

        Web.Answer weak = browser.submit(path, path, Map.of("password", "weak"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(browser.submit(path, path, Map.of("password", "дев’ять білих лебедів летять"))
                        .location())
                .isEqualTo("/");
        assertThat(browser.get("/account").status()).isEqualTo(200);
        assertThat(elsewhere.get("/account").status()).isEqualTo(302);
        assertThat(browser.get(path).status()).isEqualTo(410);
        assertThat(web.anonymous().get("/sign-in/link/" + stale).status()).isEqualTo(410);
    }

    /** Decidim CVE-2023-48220: an invitation is no account, however it is tried. */
    @Test
    void someoneOnlyInvitedGetsNoReset() {
        String mail = "invited.only@nobodyhere.example";
        web.anonymous().submit("/sign-in/forgotten", "/sign-in/forgotten", Map.of("mail", mail));
        assertThat(new Mailbox(jdbc, answering).names(mail)).isEmpty();
    }

    private Web signedIn(PersonId person) {
        Web browser = web.anonymous();
        String path = "/sign-in/link/" + tokens.issue("sign-in", person, "/", AnsweringMail.LINK_VALID);
        browser.submit(path, path, Map.of());
        return browser;
    }

    private List<String> deeds(PersonId person) {
        return jdbc.sql("select verb from deed.deed where object_id = ?")
                .param(person.value())
                .query(String.class)
                .list();
    }
}
