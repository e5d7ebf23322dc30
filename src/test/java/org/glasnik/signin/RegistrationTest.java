package org.glasnik.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

        jdbc.sql("update identity.person set deleted_at = null where mail = ?").param(mail).update();
        assertThat(browser.submit(link, link, Map.of()).status()).as("the link is not spent").isEqualTo(302);
        registration.set(false);
    }

    /** With the token of another form: this page has none. */
    private static Web.Answer posted(Web browser, String link) {
        String token = browser.get("/register").page().select("[name=_csrf]").val();
        return browser.post(link, Map.of("_csrf", token));
    }
}
