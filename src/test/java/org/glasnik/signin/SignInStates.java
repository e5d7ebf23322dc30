package org.glasnik.signin;

import java.util.Map;
import org.glasnik.access.PersonId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.util.ReflectionTestUtils;

/** Signing in and registering: what is said before, behind a link, and when it does not work. */
@Component
class SignInStates implements PageStates {
    private static final String LINK = "/sign-in/link/";
    private static final String RESET = "/sign-in/reset/";

    private final Tokens tokens;
    private final AnsweringMail answering;
    private final SelfRegistration registration;
    private final SignInController controller;
    private final JdbcClient jdbc;

    SignInStates(
            Tokens tokens,
            AnsweringMail answering,
            SelfRegistration registration,
            SignInController controller,
            JdbcClient jdbc) {
        this.tokens = tokens;
        this.answering = answering;
        this.registration = registration;
        this.controller = controller;
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        Web browser = web.anonymous();
        shown.add("sign-in after signing out", 200, browser.get("/sign-in?out=yes"));
        shown.add("sign-in by a passkey that failed", 200, browser.get("/sign-in?passkey=failed"));
        shown.add(
                "sign-in without an address",
                422,
                browser.submit("/sign-in", "/sign-in/link", Map.of("mail", "nobody")));
        shown.add(
                "sign-in with a wrong password",
                422,
                browser.submit(
                        "/sign-in", "/sign-in/password", Map.of("login", "nobody@x.example", "password", "wrong")));
        Web.Answer tried = browser.get("/sign-in");
        for (int i = 0; i < 5; i++) {
            browser.submit(tried, "/sign-in/link", Map.of("mail", "often@x.example"));
        }
        shown.add("error 429", 429, browser.submit(tried, "/sign-in/link", Map.of("mail", "often@x.example")));
        shown.add("letter sent", 200, browser.get("/sign-in/sent"));
        shown.add(
                "forgotten without an address",
                422,
                browser.submit("/sign-in/forgotten", "/sign-in/forgotten", Map.of("mail", "")));
        demo(browser, shown);
        links(web, shown);
        registering(web, shown);
    }

    /** What the demo's property makes of the controller when the application starts. */
    private void demo(Web browser, Shown shown) {
        ReflectionTestUtils.setField(controller, "demo", true);
        try {
            shown.add("sign-in of the demo", 200, browser.get("/sign-in"));
        } finally {
            ReflectionTestUtils.setField(controller, "demo", false);
        }
    }

    private void links(Web web, Shown shown) {
        PersonId person = Cast.person(jdbc, "perebizhnyi");
        String link = LINK + tokens.issue("sign-in", person, "/", AnsweringMail.LINK_VALID);
        Web browser = web.anonymous();
        Web.Answer open = browser.get(link);
        shown.add("link to sign in", 200, open);
        browser.submit(open, link, Map.of());
        shown.add("link that is spent", 410, browser.get(link));
        String old = LINK + tokens.issue("sign-in", person, "/", AnsweringMail.LINK_VALID);
        jdbc.sql("""
                        update signin.token set issued_at = '2027-03-01', expires_at = '2027-03-02'
                        where person_id = ? and purpose = 'sign-in' and spent_at is null""").param(person.value()).update();
        shown.add("link that ran out", 410, web.anonymous().get(old));
        String reset = RESET + tokens.issue("reset", person, "", AnsweringMail.LINK_VALID);
        shown.add("new password", 200, web.anonymous().get(reset));
        shown.add("new password too short", 422, web.anonymous().submit(reset, reset, Map.of("password", "short")));
    }

    private void registering(Web web, Shown shown) {
        Web browser = web.anonymous();
        registration.set(true);
        try {
            shown.add("sign-in where anyone may register", 200, browser.get("/sign-in"));
            shown.add("registration", 200, browser.get("/register"));
            shown.add(
                    "registration without a name",
                    422,
                    browser.submit("/register", "/register", Map.of("name", "", "mail", "nobody", "language", "uk")));
            String mail = "z.nova@example.org";
            browser.submit("/register", "/register", Map.of("name", "Зоряна Нова", "mail", mail, "language", "uk"));
            shown.add("registration sent", 200, browser.get("/register/sent"));
            shown.add("link to register", 200, browser.get(new Mailbox(jdbc, answering).link(mail, "signin.register")));
        } finally {
            registration.set(false);
        }
    }
}
