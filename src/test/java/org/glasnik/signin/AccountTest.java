package org.glasnik.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.glasnik.access.PersonId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GlasnikTest
class AccountTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tokens tokens;

    @Autowired
    AnsweringMail answering;

    @Autowired
    SelfRegistration registration;

    @Autowired
    TestClock clock;

    @AfterEach
    void later() {
        clock.advance(Duration.ofMinutes(15));
    }

    private Web signedIn(String key) {
        Web browser = web.anonymous();
        String path = "/sign-in/link/" + tokens.issue("sign-in", Cast.person(jdbc, key), "/", AnsweringMail.LINK_VALID);
        browser.submit(path, path, Map.of());
        return browser;
    }

    private String mail(PersonId person) {
        return jdbc.sql("select mail from identity.person where id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    @Test
    void aProfileIsKeptAndRemembered() {
        PersonId person = Cast.person(jdbc, "specialist");
        Web browser = signedIn("specialist");
        Web.Answer saved = browser.submit(
                "/account/profile",
                "/account/profile",
                Map.of("name", "  Оксана Нова ", "language", "sr-Latn", "zone", "Europe/Belgrade", "theme", "dark"));
        assertThat(saved.location()).isEqualTo("/account");
        assertThat(jdbc.sql("select name, language, zone, theme from identity.person where id = ?")
                        .param(person.value())
                        .query()
                        .singleRow())
                .isEqualTo(Map.of(
                        "name", "Оксана Нова", "language", "sr-Latn", "zone", "Europe/Belgrade", "theme", "dark"));
        Web.Answer account = browser.get("/account");
        assertThat(account.page().select("html").attr("lang")).isEqualTo("sr-Latn");
        assertThat(account.page().select("html").attr("data-bs-theme")).isEqualTo("dark");
        assertThat(jdbc.sql("""
                                select d.verb from deed.deed d where d.object_id = ? and d.verb like 'person.pro%'""").param(person.value()).query(String.class).list())
                .containsExactly("person.profileChanged");
    }

    /** Browsers still post the old name, which PostgreSQL may not know. */
    @Test
    void theOldNameOfAZoneIsTakenAsTheNewOne() {
        PersonId person = Cast.person(jdbc, "manager");
        Web browser = signedIn("manager");
        Web.Answer page = browser.get("/account/profile");
        String csrf = page.page().select("[name=_csrf]").first().attr("value");
        Map<String, String> fields =
                Map.of("_csrf", csrf, "name", "Богдан", "language", "uk", "zone", "Europe/Kiev", "theme", "device");
        assertThat(browser.post("/account/profile", fields).status()).isEqualTo(302);
        assertThat(jdbc.sql("select zone from identity.person where id = ?")
                        .param(person.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Europe/Kyiv");
    }

    @Test
    void aBadProfileIsSaidAndKept() {
        Web browser = signedIn("pageadmin");
        String csrf = browser.get("/account/profile")
                .page()
                .select("[name=_csrf]")
                .first()
                .attr("value");
        for (Map<String, String> bad : List.of(
                Map.of("name", "", "language", "uk"),
                Map.of("name", "x".repeat(201), "language", "uk"),
                Map.of("name", "a\u0000b", "language", "uk"),
                Map.of("name", "Марина", "language", "xx"),
                Map.of("name", "Марина", "language", "uk", "zone", "Mars/Base"))) {
            Map<String, String> fields = new java.util.HashMap<>(bad);
            fields.put("_csrf", csrf);
            Web.Answer answer = browser.post("/account/profile", fields);
            assertThat(answer.status()).as(bad.toString()).isEqualTo(422);
            assertThat(answer.page().select(".g-errors li")).hasSize(1);
            assertThat(answer.page().select("#name").attr("value"))
                    .isEqualTo(bad.get("name").replace('\0', '\ufffd'));
        }
    }

    @Test
    void anAddressChangesOnceBothEndsHaveSaidYes() {
        for (boolean oldFirst : List.of(true, false)) {
            String key = oldFirst ? "police" : "nibytenko";
            PersonId person = Cast.person(jdbc, key);
            String before = mail(person);
            String after = "new." + key + "@example.org";
            Web browser = signedIn(key);
            assertThat(browser.submit("/account/address", "/account/address", Map.of("mail", after))
                            .location())
                    .isEqualTo("/account/address");
            Mailbox mailbox = new Mailbox(jdbc, answering);
            String old = mailbox.link(before, "signin.addressOld");
            String fresh = mailbox.link(after, "signin.addressNew");
            Web.Answer waiting = browser.get("/account/address");
            assertThat(waiting.body())
                    .doesNotContain(old.substring(old.lastIndexOf('/') + 1))
                    .doesNotContain(fresh.substring(fresh.lastIndexOf('/') + 1));
            assertThat(waiting.page().select(".g-wait")).hasSize(2);

            String first = oldFirst ? old : fresh;
            String second = oldFirst ? fresh : old;
            Web anywhere = web.anonymous();
            assertThat(anywhere.submit(first, first, Map.of())
                            .page()
                            .select("h1")
                            .text())
                    .isEqualTo("Одну адресу підтверджено");
            assertThat(mail(person)).isEqualTo(before);
            assertThat(anywhere.submit(second, second, Map.of())
                            .page()
                            .select("h1")
                            .text())
                    .isEqualTo("Вашу адресу змінено");
            assertThat(mail(person)).isEqualTo(after);
            assertThat(browser.get("/account").status()).isEqualTo(302);
            assertThat(mailbox.names(before)).contains("signin.addressChanged");
            clock.advance(Duration.ofMinutes(15));
        }
    }

    @Test
    void aCancelledChangeLeadsNowhere() {
        PersonId person = Cast.person(jdbc, "hadaniuk");
        Web browser = signedIn("hadaniuk");
        browser.submit("/account/address", "/account/address", Map.of("mail", "t.new@example.org"));
        Mailbox mailbox = new Mailbox(jdbc, answering);
        String old = mailbox.link(mail(person), "signin.addressOld");
        browser.submit("/account/address", "/account/address/cancellation", Map.of());
        assertThat(web.anonymous().get(old).status()).isEqualTo(410);
        assertThat(browser.get("/account/address").page().select(".g-wait")).isEmpty();
    }

    /** Whoever asks does not learn whose address it is; its owner does. */
    @Test
    void anAddressOfSomeoneElseIsNotTaken() {
        Web browser = signedIn("domysliuk");
        String theirs = "o.prykladna@vyhadivska.example";
        assertThat(browser.submit("/account/address", "/account/address", Map.of("mail", theirs))
                        .location())
                .isEqualTo("/account/address");
        assertThat(browser.get("/account/address").page().select(".g-wait")).hasSize(2);
        assertThat(new Mailbox(jdbc, answering).names(theirs)).containsExactly("signin.addressTaken");
    }

    @Test
    void aResidentRegistersWhereItIsAllowed() {
        assertThat(web.anonymous().get("/register").status()).isEqualTo(404);
        registration.set(true);
        Web browser = web.anonymous();
        String mail = "z.nova@example.org";
        assertThat(browser.submit(
                                "/register", "/register", Map.of("name", "Зоряна Нова", "mail", mail, "language", "uk"))
                        .location())
                .isEqualTo("/register/sent");
        assertThat(browser.get("/register/sent").status()).isEqualTo(200);
        String path = new Mailbox(jdbc, answering).link(mail, "signin.register");
        Web.Answer page = browser.get(path);
        assertThat(page.page().select("main").text()).contains("Зоряна Нова");
        assertThat(count(mail)).isZero();
        assertThat(browser.submit(page, path, Map.of()).location()).isEqualTo("/");
        assertThat(count(mail)).isEqualTo(1);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        assertThat(browser.get(path).status()).isEqualTo(410);
        registration.set(false);
    }

    @Test
    void aBadRegistrationIsSaidAndKept() {
        registration.set(true);
        Web.Answer answer = web.anonymous()
                .submit("/register", "/register", Map.of("name", "", "mail", "nobody", "language", "uk"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".g-errors a").eachAttr("href")).containsExactly("#name", "#mail");
        assertThat(answer.page().select("#mail").attr("value")).isEqualTo("nobody");
        registration.set(false);
    }

    private int count(String mail) {
        return jdbc.sql("select count(*) from identity.person where mail_key = ?")
                .param(mail)
                .query(Integer.class)
                .single();
    }
}
