package org.glasnik.deed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.identity.Viewers;
import org.glasnik.platform.Language;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GlasnikTest
class DeedPagesTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    Deeds deeds;

    @Autowired
    Viewers viewers;

    private Viewer organiser;
    private BodyId organising;
    private BodyId own;
    private BodyId other;

    @BeforeEach
    void anEmptyAccount() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("truncate deed.waiting, deed.link, deed.batch, deed.detail, deed.deed")
                    .update();
        });
        organiser = viewers.of(Cast.person(jdbc, "organiser"), true).orElseThrow();
        organising = organiser.organises().iterator().next();
        own = viewers.of(Cast.person(jdbc, "specialist"), true)
                .orElseThrow()
                .sitsIn()
                .iterator()
                .next();
        other = new BodyId(jdbc.sql("select id from registry.body where id <> all(?) order by code limit 1")
                .param(new UUID[] {organising.value(), own.value()})
                .query(UUID.class)
                .single());
    }

    private void changed(BodyId body, BodyId readers, String to) {
        deeds.record(
                organiser,
                Deed.of("body.changed", "body", body.value()).in(readers).with("name", "Стара назва", to));
    }

    private static List<String> changes(Web.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.page().select("table.g-list tbody tr td:nth-child(4)").eachText();
    }

    @Test
    void anEmptyAccountSaysWhatItIsFor() {
        assertThat(web.as("operator")
                        .in("en")
                        .get("/deeds")
                        .page()
                        .select("main h2")
                        .text())
                .isEqualTo("Nothing has been done yet");
    }

    @Test
    void aDeedIsASentence() {
        changed(other, other, "Нова назва");
        var row = web.as("operator")
                .in("en")
                .get("/deeds")
                .page()
                .select("tbody tr")
                .first();
        assertThat(row).isNotNull();
        assertThat(row.select("td").eachText().subList(0, 2))
                .isEqualTo(List.of("8 March 2027, 14:00 Kyiv time", organiser.name()));
        assertThat(row.select("td").get(3).text()).isEqualTo("Name: from “Стара назва” to “Нова назва”");
    }

    /** Codes, ids, days and languages stand in the account as they were written, and are read in words. */
    @Test
    void valuesAreReadInWords() {
        UUID seat = UUID.randomUUID();
        deeds.record(
                organiser,
                Deed.of("membership.begun", "membership", seat)
                        .in(own)
                        .with("body", null, other)
                        .with("seat", null, "manager")
                        .with("since", null, java.time.LocalDate.of(2027, 3, 1))
                        .with("language", Language.UK, Language.SR_LATN)
                        .with("languages", null, "uk, en")
                        .with("jurisdiction", "", "UA")
                        .with("fault", null, ""));
        deeds.record(
                organiser,
                Deed.of("body.changed", "body", other.value())
                        .in(own)
                        .with("organising", false, true)
                        .with("kind", null, "HROMADA")
                        .with("keeper", null, "no id"));
        String named = jdbc.sql("select name_sr from registry.body where id = ?")
                .param(other.value())
                .query(String.class)
                .single();
        assertThat(web.as("operator")
                        .in("sr")
                        .get("/deeds")
                        .page()
                        .select("tbody td:nth-child(4) li")
                        .eachText())
                .containsExactlyInAnyOrder(
                        "Орган: „" + named + "“",
                        "Место: „Координација комуникације“",
                        "Од: „1. марта 2027.“",
                        "Језик: било „Українська“, сада „Srpski“",
                        "Језици: „Українська, English“",
                        "Организује програме: било „не“, сада „да“",
                        "Врста: „општина“",
                        "Држава чије право важи: „Украјина“",
                        "Запис води: „no id“");
    }

    @Test
    void whoeverIsErasedAndWhateverIsErasedIsSaidInWords() {
        PersonId gone = new PersonId(UUID.randomUUID());
        deeds.record(
                new Viewer(gone, "", null, null, false, java.util.Set.of(), java.util.Set.of(), true, false),
                Deed.of("person.changed", "person", gone.value()).about(gone).with("name", "Канарка", "Ластівка"));
        deeds.recordOwn(Deed.of("body.changed", "body", other.value()));
        jdbc.sql("delete from deed.detail where person_id = ?")
                .param(gone.value())
                .update();
        var page = web.as("operator").in("en").get("/deeds").page();
        assertThat(page.select("tbody td:nth-child(2)").eachText())
                .containsExactlyInAnyOrder("Someone whose data are erased", "Glasnik itself");
        assertThat(page.select("tbody td:nth-child(4)").eachText())
                .containsExactlyInAnyOrder("Erased at the person’s request", "–");
    }

    @Test
    void everyoneSeesTheirShareOnly() {
        changed(other, other, "чуже");
        changed(organising, organising, "організатора");
        changed(own, organising, "своє");
        assertThat(changes(web.as("operator").get("/deeds"))).hasSize(3);
        assertThat(changes(web.as("organiser").get("/deeds")))
                .containsExactlyInAnyOrder(
                        "Назва або ім’я: було «Стара назва», стало «організатора»",
                        "Назва або ім’я: було «Стара назва», стало «своє»");
        assertThat(changes(web.as("specialist").get("/deeds?kind=body&object=" + own)))
                .containsExactly("Назва або ім’я: було «Стара назва», стало «своє»");
        for (String stranger : List.of("/deeds?kind=body&object=" + other, "/deeds?body=" + other)) {
            for (String who : List.of("specialist", "organiser")) {
                for (String format : List.of("", ".csv", ".json")) {
                    Web.Answer answer = web.as(who).get(stranger.replace("/deeds", "/deeds" + format));
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.body()).doesNotContain("чуже");
                }
            }
        }
        // Nor does the address tell the name of a body that is in the bin.
        jdbc.sql("update registry.body set deleted_at = now(), name_uk = 'Кошикова громада' where id = ?")
                .param(other.value())
                .update();
        for (String who : List.of("specialist", "organiser")) {
            assertThat(web.as(who).get("/deeds?body=" + other).body()).doesNotContain("Кошикова");
        }
        assertThat(web.as("operator")
                        .get("/deeds?body=" + other + "&verb=body.begun")
                        .body())
                .as("it could have leaked")
                .contains("Кошикова");
        jdbc.sql("update registry.body set deleted_at = null where id = ?")
                .param(other.value())
                .update();
        assertThat(web.as("operator").get("/deeds.csv").body())
                .as("it could have leaked")
                .contains("чуже");
    }

    @Test
    void whoeverMayNotAskGetsNoAnswer() {
        assertThat(web.anonymous().get("/deeds").location()).startsWith("/sign-in?to=");
        assertThat(web.as("specialist").get("/deeds/check").status()).isEqualTo(404);
        assertThat(web.as("organiser").get("/deeds/check").status()).isEqualTo(404);
    }

    /** A name must not be learnt by putting an id into the address. */
    @Test
    void aFilterNamesNobodyWhoIsNotInTheRows() {
        PersonId operator = Cast.person(jdbc, "operator");
        String name = viewers.of(operator, true).orElseThrow().name();
        assertThat(web.as("organiser").get("/deeds?actor=" + operator).body()).doesNotContain(name);
    }

    @Test
    void filtersFindWhatTheyName() {
        changed(other, other, "перше");
        clock.advance(java.time.Duration.ofDays(2));
        deeds.record(organiser, Deed.of("body.deleted", "body", own.value()).with("name", "друге", null));
        Web operator = web.as("operator").in("en");
        assertThat(changes(operator.get("/deeds?kind=body"))).hasSize(2);
        assertThat(changes(operator.get("/deeds?verb=body.deleted"))).containsExactly("Name: “друге” removed");
        assertThat(changes(operator.get("/deeds?from=2027-03-09"))).containsExactly("Name: “друге” removed");
        assertThat(changes(operator.get("/deeds?to=2027-03-08")))
                .containsExactly("Name: from “Стара назва” to “перше”");
        assertThat(changes(operator.get("/deeds?actor=" + organiser.me()))).hasSize(2);
        assertThat(changes(operator.get("/deeds?body=" + other))).hasSize(1);
        assertThat(changes(operator.get("/deeds?sort=at")))
                .containsExactly("Name: from “Стара назва” to “перше”", "Name: “друге” removed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "object=x",
                "actor=1",
                "body=../..",
                "from=2027-02-30",
                "to=99999-01-01",
                "from=%00",
                "actor=%27%22",
                "kind=" + "a%27",
                "page=999999999",
                "sort=;drop"
            })
    void whateverTheAddressSaysThePageAnswers(String query) {
        changed(other, other, "щось");
        for (String path : List.of("/deeds?", "/deeds.json?")) {
            assertThat(web.as("operator").get(path + query).status()).isEqualTo(200);
        }
        if (query.matches("(object|actor|body|from|to|kind)=[^%].*")) {
            assertThat(web.as("operator").get("/deeds?" + query).page().select("table"))
                    .isEmpty();
        }
    }

    @Test
    void oneDeedAndThreeCostTheSame() {
        changed(other, other, "одне");
        assertThat(statements()).isEqualTo(5);
        changed(own, other, "друге");
        deeds.record(
                organiser, Deed.of("body.changed", "body", organising.value()).in(other));
        assertThat(statements()).isEqualTo(5);
    }

    private int statements() {
        web.statements();
        assertThat(web.as("operator").get("/deeds").status()).isEqualTo(200);
        List<String> run = web.statements();
        return run.size();
    }

    @Test
    void theAccountIsTakenAwayWhole() {
        for (int i = 0; i < 120; i++) {
            changed(other, other, "=1+" + i);
        }
        Web operator = web.as("operator").in("en");
        assertThat(operator.get("/deeds").page().select("tbody tr")).hasSize(50);
        assertThat(operator.get("/deeds.csv").body().lines().filter(l -> l.contains("body.changed")))
                .hasSize(120);
        assertThat(tools.jackson.databind.json.JsonMapper.builder()
                        .build()
                        .readValue(operator.get("/deeds.json").body(), List.class))
                .hasSize(120)
                .allSatisfy(row -> assertThat(((Map<?, ?>) row).get("actor")).isEqualTo(organiser.name()));
        assertThat(operator.get("/deeds.xlsx").status()).isEqualTo(200);
    }

    @Test
    void theCheckSaysWhetherAnythingWasAltered() {
        changed(other, other, "щось");
        Web operator = web.as("operator").in("en");
        assertThat(operator.get("/deeds/check").page().select(".g-chip")).isEmpty();
        assertThat(operator.get("/deeds/check?run=1").page().select(".g-chip").text())
                .isEqualTo("Nothing altered");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update deed.detail set changes = '{}'").update();
        });
        var page = operator.get("/deeds/check?run=1").page();
        assertThat(page.select(".g-chip").text()).isEqualTo("Altered");
        assertThat(page.select("main section li").text()).endsWith(": what it changed from and to was altered");
        Web.Answer wrong = operator.get("/deeds/check?run=1&head=abc");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#head").val()).isEqualTo("abc");
    }
}
