package org.glasnik.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnik.access.PersonId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GlasnikTest
class SessionsTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tokens tokens;

    @Autowired
    SigningIn signingIn;

    @Autowired
    Sessions sessions;

    private Web signedIn(String key) {
        Web browser = web.anonymous();
        String path = "/sign-in/link/" + tokens.issue("sign-in", Cast.person(jdbc, key), "/", AnsweringMail.LINK_VALID);
        browser.submit(path, path, Map.of());
        return browser;
    }

    private static boolean in(Web browser) {
        return browser.get("/account").status() == 200;
    }

    @Test
    void aDeviceIsEndedAtOnce() {
        Web here = signedIn("specialist");
        Web elsewhere = signedIn("specialist");
        assertThat(in(elsewhere)).isTrue();
        Web.Answer page = here.get("/account/sessions");
        List<Element> forms = page.page().select("form[action$=/end]").stream()
                .filter(f -> !f.attr("action").equals("/account/sessions/end"))
                .toList();
        assertThat(forms).hasSize(1);
        assertThat(page.page().select(".g-lines li")).hasSize(2);
        assertThat(page.page().select(".g-lines .g-chip").text()).isEqualTo("цей пристрій");
        assertThat(page.page().select(".g-lines code").first().text()).matches("127\\.0\\.0\\.0/24|0:0:0.*/48");
        String action = forms.getFirst().attr("action");

        assertThat(signedIn("manager").post(action, Map.of()).status()).isEqualTo(403);
        Web stranger = signedIn("manager");
        String csrf =
                stranger.get("/account").page().select("[name=_csrf]").first().attr("value");
        assertThat(stranger.post(action, Map.of("_csrf", csrf)).status()).isEqualTo(404);
        assertThat(in(elsewhere)).isTrue();

        assertThat(here.submit(page, action, Map.of()).location()).isEqualTo("/account/sessions");
        assertThat(in(elsewhere)).isFalse();
        assertThat(in(here)).isTrue();
    }

    @Test
    void signingOutEverywhereEndsAllAndTheLinksThatWait() {
        Web here = signedIn("pageadmin");
        Web elsewhere = signedIn("pageadmin");
        Web other = signedIn("manager2");
        String waiting = tokens.issue("sign-in", Cast.person(jdbc, "pageadmin"), "/", AnsweringMail.LINK_VALID);
        assertThat(here.submit("/account/sessions", "/account/sessions/end", Map.of())
                        .location())
                .isEqualTo("/sign-in?out=yes");
        assertThat(in(here)).isFalse();
        assertThat(in(elsewhere)).isFalse();
        assertThat(in(other)).isTrue();
        assertThat(web.anonymous().get("/sign-in/link/" + waiting).status()).isEqualTo(410);
    }

    @Test
    void whoeverSignsOutIsOut() {
        Web here = signedIn("resident");
        Web.Answer out = here.submit("/account", "/sign-out", Map.of());
        assertThat(out.location()).isEqualTo("/sign-in?out=yes");
        assertThat(in(here)).isFalse();
        assertThat(here.get("/sign-in?out=yes")
                        .page()
                        .select("main [role=status]")
                        .text())
                .isEqualTo("Ви вийшли.");
        assertThat(jdbc.sql("select count(*) from signin.session where person_id = ?")
                        .param(Cast.person(jdbc, "resident").value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void othersCanEndAPersonsSessions() {
        PersonId person = Cast.person(jdbc, "specialist2");
        Web here = signedIn("specialist2");
        signingIn.endEverywhere(Set.of(person));
        assertThat(in(here)).isFalse();
    }

    @Test
    void aPersonInTheBinIsOutAtOnce() {
        Web here = signedIn("police");
        assertThat(in(here)).isTrue();
        jdbc.sql("update identity.person set deleted_at = now() where id = ?")
                .param(Cast.person(jdbc, "police").value())
                .update();
        assertThat(in(here)).isFalse();
    }

    @Test
    void aSessionEndsAWeekAfterSignInHoweverBusyItIs() {
        Web here = signedIn("maketenko");
        assertThat(in(here)).isTrue();
        jdbc.sql("update signin.session set creation_time = creation_time - 8 * 86400000::bigint where person_id = ?")
                .param(Cast.person(jdbc, "maketenko").value())
                .update();
        assertThat(in(here)).isFalse();
    }

    /** Spoiled on purpose: as a version would find it that no longer knows the class. */
    @Test
    void whatCannotBeReadAnyMoreIsASignInNotAFault() {
        Web here = signedIn("anketiuk");
        jdbc.sql("update signin.session_attributes set attribute_bytes = 'spoiled'::bytea where person_id = ?")
                .param(Cast.person(jdbc, "anketiuk").value())
                .update();
        assertThat(here.get("/account").status()).isEqualTo(302);
        assertThat(here.get("/sign-in").status()).isEqualTo(200);
    }

    @Test
    void theListCostsTheSameForOneAndForThree() {
        Web one = signedIn("tytulna");
        assertThat(cost(one)).isEqualTo(3);
        signedIn("tytulna");
        Web three = signedIn("tytulna");
        assertThat(cost(three)).isEqualTo(3);
        assertThat(three.get("/account/sessions").page().select(".g-lines li")).hasSize(3);
    }

    /** Two of them come with each page: the session and the person. */
    private static int cost(Web browser) {
        browser.statements();
        browser.get("/account/sessions");
        return browser.statements().size();
    }

    @Test
    void itsLastUseIsKnownToTheMinute() {
        Web here = signedIn("lektsiina");
        here.get("/");
        here.statements();
        assertThat(here.get("/").status()).isEqualTo(200);
        List<String> calm = here.statements();
        assertThat(calm).hasSize(5).noneMatch(s -> s.startsWith("UPDATE"));
        long before = lastUse("lektsiina");
        assertThat(before).isPositive();

        jdbc.sql("update signin.session set last_access_time = last_access_time - 61000 where person_id = ?")
                .param(Cast.person(jdbc, "lektsiina").value())
                .update();
        here.statements();
        assertThat(here.get("/").status()).isEqualTo(200);
        assertThat(here.statements()).hasSize(6).anyMatch(s -> s.startsWith("UPDATE signin.session"));
        assertThat(lastUse("lektsiina")).isGreaterThanOrEqualTo(before);
    }

    private long lastUse(String key) {
        return jdbc.sql("select last_access_time from signin.session where person_id = ?")
                .param(Cast.person(jdbc, key).value())
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsOverIsForgotten() {
        signedIn("resident");
        Web stays = signedIn("umovnyi");
        jdbc.sql("update signin.session set expiry_time = 1 where person_id = ?")
                .param(Cast.person(jdbc, "resident").value())
                .update();
        assertThat(sessions.forgetExpired()).isEqualTo(1);
        assertThat(in(stays)).isTrue();
    }
}
