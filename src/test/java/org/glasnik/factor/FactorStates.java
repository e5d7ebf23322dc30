package org.glasnik.factor;

import java.time.Duration;
import java.util.Map;
import org.glasnik.access.PersonId;
import org.glasnik.signin.Tokens;
import org.glasnik.testing.Cast;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The second step, from choosing one to being locked out. */
@Component
class FactorStates implements PageStates {
    private static final String STEP = "/sign-in/second-factor";
    private static final String OWN = "/account/second-factor";
    private static final String APP = OWN + "/app";
    private static final String KEYS = "/account/passkeys";

    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final TestClock clock;

    FactorStates(Tokens tokens, JdbcClient jdbc, TestClock clock) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void show(Web web, Shown shown) {
        PersonId person = Cast.person(jdbc, "tobtenko");
        jdbc.sql("update identity.person set operator = true where id = ?")
                .param(person.value())
                .update();
        Web browser = halfway(web, person);
        shown.add("second step to choose", 200, browser.get(STEP));
        shown.add("passkeys before any factor", 200, browser.get(KEYS));
        browser.submit(STEP, APP, Map.of());
        Web.Answer app = browser.get(APP);
        shown.add("app and its picture", 200, app);
        shown.add("app with a wrong code", 422, browser.submit(app, APP + "/confirmation", Map.of("code", "abc")));
        Totp phone = Totp.of(app.page().select("main code").text());
        shown.add(
                "recovery codes",
                200,
                browser.submit(app, APP + "/confirmation", Map.of("code", phone.code(clock.instant()))));
        shown.add("passkeys, none yet", 200, browser.get(KEYS));
        passkey(person);
        shown.add("passkeys", 200, browser.get(KEYS));
        shown.add("passkey without a name", 422, browser.submit(KEYS, KEYS, Map.of("label", "")));
        shown.add("second factors", 200, browser.get(OWN));
        shown.add("app not removed", 422, browser.submit(OWN, APP + "/removal", Map.of("code", "000000")));
        step(web, person, shown);
        jdbc.sql("update identity.person set operator = false where id = ?")
                .param(person.value())
                .update();
    }

    private void step(Web web, PersonId person, Shown shown) {
        Web browser = halfway(web, person);
        Web.Answer step = browser.get(STEP);
        shown.add("second step", 200, step);
        shown.add("second step by a passkey that failed", 200, browser.get(STEP + "?passkey=failed"));
        shown.add("second step with a wrong code", 422, browser.submit(step, STEP, Map.of("code", "000000")));
        shown.add(
                "second step with a wrong recovery code",
                422,
                browser.submit(step, STEP + "/recovery", Map.of("recovery", "x")));
        for (int i = 0; i < 4; i++) {
            browser.submit(step, STEP, Map.of("code", "000000"));
        }
        shown.add("second step locked", 429, browser.submit(step, STEP, Map.of("code", "000000")));
        jdbc.sql("delete from factor.totp where person_id = ?")
                .param(person.value())
                .update();
        shown.add("second step by passkey only", 200, browser.get(STEP));
    }

    private void passkey(PersonId person) {
        jdbc.sql("""
                        insert into factor.passkey (person_id, credential_id, public_key, sign_count, uv_initialized, transports,
                                                    backup_eligible, backup_state, attestation_object, attestation_client, label,
                                                    created_at, last_used_at)
                        values (?, 'a', 'b', 0, true, '', false, false, '', '', 'Мій телефон', '2027-03-01', '2027-03-02')""").param(person.value()).update();
    }

    private Web halfway(Web web, PersonId person) {
        Web browser = web.anonymous();
        String link = "/sign-in/link/" + tokens.issue("sign-in", person, "/", Duration.ofMinutes(20));
        browser.submit(link, link, Map.of());
        return browser;
    }
}
