package org.glasnik.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.glasnik.access.Viewer;
import org.glasnik.identity.People;
import org.glasnik.personal.Erasures;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GlasnikTest
class RegistrationTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AnsweringMail answering;

    @Autowired
    SelfRegistration registration;

    @Autowired
    People people;

    @Autowired
    Erasures erasures;

    /** Only the link from the letter says it; the page that asks for the letter is the same as for any address. */
    @Test
    void anAddressInTheBinIsSaidToWhoeverHasTheLetter() {
        registration.set(true);
        String mail = jdbc.sql("update identity.person set deleted_at = now() where id = ? returning mail")
                .param(Cast.person(jdbc, "resident").value())
                .query(String.class)
                .single();
        Web browser = web.anonymous().in("en");
        Map<String, String> typed = Map.of("name", "Ana Prva", "mail", mail, "language", "en");
        assertThat(browser.submit("/register", "/register", typed).location()).isEqualTo("/register/sent");
        String link = new Mailbox(jdbc, answering).link(mail, "signin.register");
        for (Web.Answer told : List.of(browser.get(link), posted(browser, link))) {
            assertThat(told.status()).isEqualTo(409);
            assertThat(told.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(told.page().select("h1").text()).isEqualTo("This address cannot be used just now");
            assertThat(told.page().select("main form")).isEmpty();
        }

        jdbc.sql("update identity.person set deleted_at = null where mail = ?")
                .param(mail)
                .update();
        assertThat(browser.submit(link, link, Map.of()).status())
                .as("the link is not spent")
                .isEqualTo(302);
        registration.set(false);
    }

    /** The link lies in a letter; meanwhile the person comes by an invitation, and goes again. */
    @Test
    void whatWasWrittenToRegisterGoesWithThePerson() {
        registration.set(true);
        for (String mail : List.of("gone@x.example", "stays@x.example")) {
            web.anonymous()
                    .submit("/register", "/register", Map.of("name", "Ana Treća", "mail", mail, "language", "en"));
            new Mailbox(jdbc, answering).link(mail, "signin.register");
        }
        assertThat(written()).hasSize(2);
        erasures.erase(
                Viewer.NOBODY,
                people.add("Ana", MailAddress.of("gone@x.example").orElseThrow(), Language.EN, "")
                        .orElseThrow());
        assertThat(written()).singleElement().asString().contains("stays@x.example");
        registration.set(false);
    }

    private List<String> written() {
        return jdbc.sql("select payload from signin.token where payload like '%Ana Treća%'")
                .query(String.class)
                .list();
    }

    /** With the token of another form: this page has none. */
    private static Web.Answer posted(Web browser, String link) {
        String token = browser.get("/register").page().select("[name=_csrf]").val();
        return browser.post(link, Map.of("_csrf", token));
    }
}
