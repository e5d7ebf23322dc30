package org.glasnik.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Bodies that are renamed, merged and abolished keep their past, and are found by it. */
@GlasnikTest
class LifecycleTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String body(String code) {
        return "/bodies/" + Cast.body(jdbc, code);
    }

    private List<String> found(String text) {
        return web.anonymous()
                .get("/bodies?text=" + text)
                .page()
                .select("tbody th a")
                .eachText();
    }

    private List<String> verbs(String code) {
        return jdbc.sql("select verb from deed.deed where object_id = ? order by id")
                .param(Cast.body(jdbc, code).value())
                .query(String.class)
                .list();
    }

    @Test
    void aRenamedBodyIsFoundByBothNamesAndCanBeNamedBack() {
        String body = body("VK-01-004");
        Web operator = web.as("operator");
        String before = operator.get(body).page().select("h1").text();
        Web.Answer renamed = operator.submit(
                body + "/renaming",
                body + "/renaming",
                Map.of("nameUk", "Novo-Zhadana", "since", "2026-01-01", "basis", "Рішення № 7"));
        assertThat(renamed.location()).isEqualTo(body);
        Web.Answer shown = operator.get(body);
        assertThat(shown.page().select("h1").text()).isEqualTo("Novo-Zhadana");
        assertThat(shown.page().select("section[aria-labelledby=history] dd").text())
                .isEqualTo("Перейменовано. До того дня: " + before + " Рішення № 7");
        assertThat(found("Novo-Zhadana")).containsExactly("Novo-Zhadana");
        assertThat(found(before.substring(0, 6))).contains("Novo-Zhadana");
        Web.Answer again = operator.submit(
                body + "/renaming", body + "/renaming", Map.of("nameUk", "Ще новіша", "since", "2025-12-31"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select(".g-errors li").eachText())
                .containsExactly(
                        "Перший день нової назви: Оберіть пізніший день: орган уже перейменовано цього дня або пізніше");
        operator.submit(shown, body + "/renaming/undo", Map.of());
        assertThat(operator.get(body).page().select("h1").text()).isEqualTo(before);
        assertThat(found("Novo-Zhadana")).isEmpty();
        assertThat(verbs("VK-01-004")).containsExactly("body.renamed", "body.renamingUndone");
    }

    @Test
    void anEndedBodyNamesWhoGoesOn() {
        String body = body("VK-01-005");
        String heir = body("VK-01-006");
        Web operator = web.as("operator");
        operator.submit(
                body + "/ending",
                body + "/ending",
                Map.of("ending", "merged", "endedOn", "2026-12-31", "successors", "vk-01-006"));
        assertThat(operator.get(body)
                        .page()
                        .select("section[aria-labelledby=history] a")
                        .attr("href"))
                .isEqualTo(heir);
        assertThat(operator.get(heir)
                        .page()
                        .select("section[aria-labelledby=history] a")
                        .attr("href"))
                .isEqualTo(body);
        assertThat(web.anonymous()
                        .get("/bodies?state=ended")
                        .page()
                        .select("tbody th a")
                        .eachAttr("href"))
                .containsExactly(body);
        operator.submit(body + "/ending", body + "/ending/undo", Map.of());
        assertThat(web.anonymous().get("/bodies?state=ended").page().select("tbody tr"))
                .isEmpty();
        assertThat(operator.get(heir).page().select("section[aria-labelledby=history]"))
                .isEmpty();
        assertThat(verbs("VK-01-005")).containsExactly("body.ended", "body.endingUndone");
    }

    @Test
    void whatCannotBeIsRefusedAndKept() {
        String body = body("VK-01-007");
        Web.Answer refused = web.as("operator")
                .in("en")
                .submit(
                        body + "/ending",
                        body + "/ending",
                        Map.of("endedOn", "yesterday", "successors", "VK-01-007\nnobody"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".g-errors li").eachText())
                .containsExactly(
                        "What happened: Choose one from the list",
                        "Ended: Give the day as year, month, day, for example 2020-12-31",
                        "Who goes on: Take out this body’s own code: it does not succeed itself");
        assertThat(refused.page().select("textarea[name=successors]").text()).isEqualTo("VK-01-007\nnobody");
        // What the form says, the table holds.
        assertThatThrownBy(() -> jdbc.sql("update registry.body set ended_on = '2027-01-01' where code = 'VK-01-007'")
                        .update())
                .hasMessageContaining("body_ended");
    }

    @Test
    void whoeverLooksUnderABodyFindsAllLevels() {
        String oblast = Cast.body(jdbc, "VK-00-000").toString();
        int below = jdbc.sql("select count(*) - 1 from registry.with_below(?)")
                .param(java.util.UUID.fromString(oblast))
                .query(Integer.class)
                .single();
        assertThat(below).isGreaterThan(20);
        assertThat(web.anonymous()
                        .in("en")
                        .get("/bodies?parent=" + oblast)
                        .page()
                        .select("caption")
                        .text())
                .startsWith(below + " bodies");
    }

    /** Two rows of one statement would close a circle that a look before each row does not see. */
    @Test
    void noCircleClosesWithinOneStatement() {
        String both = """
                insert into registry.body (id, code, kind, name_uk, parent_id) values
                ('01980000-0000-7000-8000-0000000000a1', 'C-1', 'other', 'А', '01980000-0000-7000-8000-0000000000a2'),
                ('01980000-0000-7000-8000-0000000000a2', 'C-2', 'other', 'Б', '01980000-0000-7000-8000-0000000000a1')""";
        assertThatThrownBy(() -> jdbc.sql(both).update()).hasMessageContaining("stand above itself");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table registry.body disable trigger body_no_circle").update();
            assertThat(jdbc.sql(both).update()).isEqualTo(2);
            status.setRollbackOnly();
        });
    }

    @Test
    void theOperatorAddsAJurisdiction() {
        Web operator = web.as("operator").in("en");
        operator.submit("/jurisdictions", "/jurisdictions", Map.of("code", "GB-SCT", "nameEn", "Scotland"));
        assertThat(operator.get("/bodies/new")
                        .page()
                        .select("select[name=jurisdiction] option[value=GB-SCT]")
                        .text())
                .isEqualTo("Scotland");
        operator.submit("/jurisdictions?code=GB-SCT", "/jurisdictions", Map.of("nameUk", "Шотландія"));
        assertThat(jdbc.sql("select name_uk || name_en from registry.jurisdiction where code = 'GB-SCT'")
                        .query(String.class)
                        .single())
                .isEqualTo("ШотландіяScotland");
    }
}
