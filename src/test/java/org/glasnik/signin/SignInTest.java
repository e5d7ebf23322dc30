package org.glasnik.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.glasnik.access.PersonId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GlasnikTest
class SignInTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tokens tokens;

    @Test
    void aMailLinkSignsInByItsButton() {
        PersonId person = Cast.person(jdbc, "specialist");
        String path = "/sign-in/link/" + tokens.issue("sign-in", person, "/account/profile", AnsweringMail.LINK_VALID);
        Web browser = web.anonymous();

        Web.Answer page = browser.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().text()).contains("o•••@vyhadivska.example");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");

        Web.Answer in = browser.submit(page, path, Map.of());
        assertThat(in.status()).isEqualTo(302);
        assertThat(in.location()).isEqualTo("/account/profile");
        assertThat(browser.get("/account/profile").status()).isEqualTo(200);

        Web.Answer again = browser.get(path);
        assertThat(again.status()).isEqualTo(410);
    }
}
