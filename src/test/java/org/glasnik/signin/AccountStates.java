package org.glasnik.signin;

import java.util.Map;
import org.glasnik.access.PersonId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One's own account: with a password, with two devices, while the address changes, and each form that is refused. */
@Component
class AccountStates implements PageStates {
    private static final String PASSWORD = "сім жовтих слонів танцюють";

    private final Tokens tokens;
    private final AnsweringMail answering;
    private final JdbcClient jdbc;

    AccountStates(Tokens tokens, AnsweringMail answering, JdbcClient jdbc) {
        this.tokens = tokens;
        this.answering = answering;
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        PersonId person = Cast.person(jdbc, "perebizhnyi");
        Web browser = signedIn(web, person);
        shown.add(
                "profile without a name",
                422,
                browser.submit("/account/profile", "/account/profile", Map.of("name", "")));
        shown.add("password to set", 200, browser.get("/account/password"));
        shown.add(
                "password too short",
                422,
                browser.submit("/account/password", "/account/password", Map.of("password", "short")));
        Web.Answer set = browser.submit("/account/password", "/account/password", Map.of("password", PASSWORD));
        shown.add("account with a password, and a notice", 200, browser.get(set.location()));
        shown.add(
                "password to change",
                422,
                browser.submit(
                        "/account/password", "/account/password", Map.of("current", "wrong", "password", "short")));
        signedIn(web, person);
        shown.add("devices", 200, browser.get("/account/sessions"));
        address(web, browser, shown);
    }

    private void address(Web web, Web browser, Shown shown) {
        String path = "/account/address";
        shown.add("address that is none", 422, browser.submit(path, path, Map.of("mail", "nobody")));
        browser.submit(path, path, Map.of("mail", "z.new@example.org"));
        shown.add("address that changes, and a notice", 200, browser.get(path));
        shown.add("account whose address changes", 200, browser.get("/account"));
        Mailbox mailbox = new Mailbox(jdbc, answering);
        String old = mailbox.link("z.perebizhnyi@posta.example", "signin.addressOld");
        String fresh = mailbox.link("z.new@example.org", "signin.addressNew");
        shown.add("link to the old address", 200, web.anonymous().get(old));
        shown.add("link to the new address", 200, web.anonymous().get(fresh));
        shown.add("one address confirmed", 200, web.anonymous().submit(old, old, Map.of()));
        shown.add("address half changed", 200, browser.get(path));
        shown.add("both addresses confirmed", 200, web.anonymous().submit(fresh, fresh, Map.of()));
        jdbc.sql(
                        "update identity.person set mail = 'z.perebizhnyi@posta.example', mail_key = 'z.perebizhnyi@posta.example' where mail_key = 'z.new@example.org'")
                .update();
    }

    private Web signedIn(Web web, PersonId person) {
        Web browser = web.anonymous();
        String link = "/sign-in/link/" + tokens.issue("sign-in", person, "/", AnsweringMail.LINK_VALID);
        browser.submit(link, link, Map.of());
        return browser;
    }
}
