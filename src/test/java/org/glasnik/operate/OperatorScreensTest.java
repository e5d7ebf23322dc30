package org.glasnik.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GlasnikTest
class OperatorScreensTest {
    private static final Map<String, String> GOOD =
            Map.of("name", "Школа", "zone", "Europe/Belgrade", "registration", "true", "jurisdiction", "RS");

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Languages languages;

    @BeforeEach
    void asAtFirst() {
        jdbc.sql("delete from platform.setting").update();
        languages.offer(List.of(Language.values()));
        jdbc.sql("update platform.change set version = version + 1").update();
    }

    private long deeds(String verb) {
        return jdbc.sql("select count(*) from deed.deed where verb = ?")
                .param(verb)
                .query(Long.class)
                .single();
    }

    private String setting(String name) {
        return jdbc.sql("select value from platform.setting where name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Test
    void theStartPageSaysWhatIsNotWellAndWhereThingsAre() {
        Web.Answer page = web.as("operator").in("en").get("/operate");
        assertThat(page.status()).isEqualTo(200);
        // The tests' database keeps nothing that it acknowledges, and no base URL is set.
        assertThat(page.page().select(".g-find b").eachText()).contains("Durability: not well", "Backup: look at it");
        assertThat(page.page().select("dt a").eachAttr("href"))
                .contains("/operate/check", "/operate/settings", "/deeds");
    }

    @Test
    void aBackupIsRemembered() {
        jdbc.sql("insert into backup.copy (at, bytes, encrypted) values ('2027-03-01 10:00:00+00', 1, false)")
                .update();
        assertThat(web.as("operator").in("en").get("/operate").page().text().replace('\u00a0', ' '))
                .contains("Last backup: 1 March 2027");
        jdbc.sql("delete from backup.copy").update();
    }

    @Test
    void thePageAndTheCommandHaveTheSameFindings() {
        List<String> names = web.as("operator")
                .in("en")
                .get("/operate/check")
                .page()
                .select("dt")
                .eachText();
        assertThat(names.stream().map(name -> name.replaceAll(" (fine|look at it|not well)$", "")))
                .containsExactly(
                        "Java",
                        "Database",
                        "Durability",
                        "Checksums",
                        "Tables",
                        "Clock",
                        "Time zones",
                        "Backup",
                        "Disk",
                        "Address",
                        "Mail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operate", "/operate/check", "/operate/settings"})
    void nobodyElseSeesIt(String path) {
        for (String key : List.of("organiser", "specialist", "resident")) {
            assertThat(web.as(key).get(path).status()).as(key).isEqualTo(404);
        }
        assertThat(web.anonymous().get(path).location()).startsWith("/sign-in?to=");
    }

    @Test
    void settingsAreSavedWithTheirDeed() {
        long before = deeds("settings.changed");
        Web operator = web.as("operator").in("en");
        Web.Answer saved = operator.submit("/operate/settings", "/operate/settings", GOOD);
        assertThat(saved.location()).isEqualTo("/operate/settings");
        Web.Answer shown = operator.get("/operate/settings");
        assertThat(shown.page().select("#name").attr("value")).isEqualTo("Школа");
        assertThat(shown.page().select("select option[selected]").eachAttr("value"))
                .containsExactly("Europe/Belgrade", "true", "RS");
        assertThat(setting("self-registration")).isEqualTo("true");
        assertThat(deeds("settings.changed")).isEqualTo(before + 1);
        assertThat(jdbc.sql("""
                        select d.changes from deed.detail d join deed.deed e on e.id = d.deed_id
                        where e.verb = 'settings.changed' order by e.id desc limit 1""").query(String.class).single())
                .isEqualTo("{\"name\":[\"Glasnik\",\"Школа\"],\"zone\":[\"Europe/Kyiv\",\"Europe/Belgrade\"],"
                        + "\"selfRegistration\":[\"false\",\"true\"],\"jurisdiction\":[\"\",\"RS\"]}");

        operator.submit("/operate/settings", "/operate/settings", GOOD);
        assertThat(deeds("settings.changed")).as("nothing was changed").isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | '' | Fill in this field",
                "name | 'a\tb' | Remove invisible characters: type the text again",
                "name | %81 | Shorten to 80 characters",
                "zone | Mars/Olympus | Choose one from the list",
                "registration | perhaps | Choose one from the list",
                "jurisdiction | XX | Choose one from the list"
            })
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String field, String value, String error) {
        Web operator = web.as("operator").in("en");
        java.util.HashMap<String, String> fields = new java.util.HashMap<>(GOOD);
        fields.put(field, value.equals("%81") ? "я".repeat(81) : value);
        Web.Answer answer = operator.submit("/operate/settings", "/operate/settings", fields);
        assertThat(answer.status()).isEqualTo(422);
        String label = answer.page().select("label[for=" + field + "]").text();
        assertThat(answer.page().select(".g-errors a").eachText()).containsExactly(label + ": " + error);
        assertThat(answer.page().select(".g-errors a").attr("href")).isEqualTo("#" + field);
        assertThat(answer.page().title()).startsWith("Error:");
        if (!field.equals("name")) {
            assertThat(answer.page().select("#name").attr("value")).isEqualTo("Школа");
        }
        assertThat(setting("name")).isEmpty();
    }

    @Test
    void anOldNameOfAZoneIsTakenAsItsPresentOne() {
        Map<String, String> kiev =
                Map.of("name", "x", "zone", "Europe/Kiev", "registration", "false", "jurisdiction", "");
        web.as("operator").submit("/operate/settings", "/operate/settings", GOOD);
        assertThat(web.as("operator")
                        .submit("/operate/settings", "/operate/settings", kiev)
                        .status())
                .isEqualTo(302);
        assertThat(setting("zone")).isEqualTo("Europe/Kyiv");
    }

    @Test
    void languagesMoveAreWithdrawnAndOffered() {
        Web operator = web.as("operator").in("en");
        step(operator, "sr/rise");
        assertThat(languages.offered())
                .containsExactly(Language.SR, Language.UK, Language.SR_LATN, Language.RU, Language.EN);
        step(operator, "uk/fall");
        assertThat(languages.offered())
                .containsExactly(Language.SR, Language.SR_LATN, Language.UK, Language.RU, Language.EN);
        step(operator, "ru/withdrawal");
        assertThat(languages.offered()).containsExactly(Language.SR, Language.SR_LATN, Language.UK, Language.EN);
        assertThat(operator.get("/operate/settings").page().select("form[action=/operate/languages/ru/offer]"))
                .hasSize(1);
        step(operator, "ru/offer");
        assertThat(languages.offered()).endsWith(Language.RU);
        assertThat(deeds("languages.changed")).isGreaterThanOrEqualTo(4);
    }

    private static void step(Web operator, String which) {
        assertThat(operator.submit("/operate/settings", "/operate/languages/" + which, Map.of())
                        .location())
                .isEqualTo("/operate/settings");
    }

    @Test
    void oneLanguageStays() {
        languages.offer(List.of(Language.EN));
        Web operator = web.as("operator").in("en");
        Web.Answer shown = operator.get("/operate/settings");
        assertThat(shown.page().select("form[action$=withdrawal]")).isEmpty();
        // Whoever posts it all the same is told.
        Map<String, String> hidden = new java.util.HashMap<>();
        shown.page()
                .select("form[action=/operate/settings] input[type=hidden]")
                .forEach(i -> hidden.put(i.attr("name"), i.attr("value")));
        Web.Answer answer = operator.post("/operate/languages/en/withdrawal", hidden);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".g-errors a").attr("href")).isEqualTo("#languages");
        assertThat(languages.offered()).containsExactly(Language.EN);
        assertThat(operator.post("/operate/languages/xx/offer", hidden).status())
                .isEqualTo(404);
    }
}
