package org.glasnik.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnik.access.PersonId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GlasnikTest
class UnsubscribeTest {
    @Autowired
    Unsubscribing unsubscribing;

    @Autowired
    Preferences preferences;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Web web;

    private PersonId person;
    private String path;

    @BeforeEach
    void start() {
        jdbc.sql("truncate notify.unsubscription").update();
        person = Cast.person(jdbc, "resident");
        path = "/letters/unsubscribe/" + unsubscribing.token(person, "sample");
    }

    private Set<String> refused() {
        return preferences.unsubscribed(Set.of(person)).get(person);
    }

    @Test
    void openingTheLinkChangesNothing() {
        Web scanner = web.anonymous().in("en");
        Web.Answer page = scanner.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("h1").text()).isEqualTo("Stop these letters: sample news?");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(scanner.head(path).status()).isEqualTo(200);
        assertThat(scanner.get(path + "?List-Unsubscribe=One-Click").status()).isEqualTo(200);
        assertThat(refused()).isEmpty();
        // The control: the same address does it when its button is pressed.
        Web.Answer pressed = scanner.submit(page, path, Map.of());
        assertThat(pressed.location()).isEqualTo(path);
        assertThat(refused()).containsExactly("sample");
        assertThat(scanner.get(path).page().select("h1").text()).isEqualTo("You no longer get: sample news");
    }

    @Test
    void aMailProgramUnsubscribesWithABarePost() {
        Web.Answer answer = web.anonymous().post(path, Map.of("List-Unsubscribe", "One-Click"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(refused()).containsExactly("sample");
        assertThat(web.anonymous()
                        .post(path, Map.of("List-Unsubscribe", "One-Click"))
                        .status())
                .isEqualTo(200);
        assertThat(jdbc.sql(
                                "select verb, person_id from deed.deed d join deed.detail t on t.deed_id = d.id where verb like 'letters.%'")
                        .query((row, n) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .contains("letters.unsubscribed " + person);
    }

    @Test
    void itIsTakenBackWithTheFormOnly() {
        Web reader = web.anonymous();
        reader.post(path, Map.of());
        assertThat(reader.post(path + "/undo", Map.of()).status()).isEqualTo(403);
        assertThat(refused()).containsExactly("sample");
        reader.submit(path, path + "/undo", Map.of());
        assertThat(refused()).isEmpty();
    }

    @Test
    void aForgedTokenOpensNothing() {
        String token = unsubscribing.token(person, "sample");
        String mac = token.substring(token.length() - 20);
        String other = unsubscribing.token(Cast.person(jdbc, "specialist"), "sample");
        String mixed = token.substring(0, token.length() - 20) + other.substring(other.length() - 20);
        List<String> forged = List.of(
                mixed,
                token.replace("sample.", "other."),
                unsubscribing.token(person, "absent"),
                token.substring(0, token.length() - 1),
                token + "A",
                mac,
                ".",
                "sample.",
                "sample.%00",
                "sample.****",
                "%F0%9F%98%80.x");
        for (String bad : forged) {
            assertThat(web.anonymous().get("/letters/unsubscribe/" + bad).status())
                    .as(bad)
                    .isIn(400, 404);
            assertThat(web.anonymous()
                            .post("/letters/unsubscribe/" + bad, Map.of())
                            .status())
                    .as(bad)
                    .isIn(400, 404);
        }
        assertThat(refused()).isEmpty();
        assertThat(unsubscribing.read(token)).contains(new Unsubscribing.Wish(person, "sample"));
    }

    @Test
    void aPersonChoosesTheirLetters() {
        Web me = web.as(person).in("en");
        assertThat(me.get("/account/letters")
                        .page()
                        .select("input[name=wanted][checked]")
                        .eachAttr("value"))
                .containsExactly("sample");
        me.submit("/account/letters", "/account/letters", Map.of("wanted", ""));
        assertThat(refused()).containsExactly("sample");
        Web.Answer page = me.get("/account/letters");
        assertThat(page.page().select(".g-notice p").text()).isEqualTo("Your choice is saved.");
        assertThat(page.page().select("input[name=wanted][checked]")).isEmpty();
        me.submit(page, "/account/letters", Map.of("wanted", "sample"));
        assertThat(refused()).isEmpty();
        assertThat(web.anonymous().get("/account/letters").location()).startsWith("/sign-in?to=");
    }
}
