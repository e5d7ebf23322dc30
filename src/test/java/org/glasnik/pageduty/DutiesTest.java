package org.glasnik.pageduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who must have which pages on a day, who has them, and how the law is kept. */
@GlasnikTest
class DutiesTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Map<String, String> matrix(String query) {
        Map<String, String> cells = new HashMap<>();
        for (Element row :
                web.anonymous().in("en").get("/duties" + query).page().select(".g-matrix tbody tr")) {
            row.select("td")
                    .forEach(cell -> cells.put(row.select("th").text() + " " + cell.attr("data-c"), cell.text()));
        }
        return cells;
    }

    private List<String> missing(String who, String query) {
        return (who.isEmpty() ? web.anonymous() : web.as(who))
                .in("en")
                .get("/duties/missing" + query)
                .page()
                .select("tbody tr")
                .eachText();
    }

    /** How many pages a kind of body has on a platform, counted from the tables alone. */
    private String counted(String kind, String platform) {
        return jdbc.sql("""
                        select count(*) filter (where exists (
                                   select 1 from officialpage.page p
                                   where p.body_id = b.id and p.platform = ? and p.status = 'live' and p.deleted_at is null))
                               || ' of ' || count(*) || ' have one'
                        from registry.body b where b.kind = ? and b.jurisdiction = 'XV'""").params(platform, kind).query(String.class).single();
    }

    @Test
    void theMatrixCountsWhoMustAndWhoHas() {
        Map<String, String> cells = matrix("?jurisdiction=XV");
        assertThat(cells)
                .containsEntry("ministry Facebook", "1 of 1 have one")
                .containsEntry("ministry Telegram", "–")
                .containsEntry("hromada Telegram", "–")
                .containsEntry("police Telegram", "1 of 4 have one 3 lack it 1 review overdue");
        assertThat(cells.get("hromada Facebook")).startsWith(counted("hromada", "facebook"));
        assertThat(cells.get("city Facebook")).startsWith(counted("city", "facebook"));
        assertThat(cells).hasSize(18);
        assertThat(web.anonymous()
                        .in("en")
                        .get("/duties")
                        .page()
                        .select(".g-lead")
                        .text())
                .isEqualTo(web.anonymous()
                        .in("en")
                        .get("/duties?jurisdiction=XV")
                        .page()
                        .select(".g-lead")
                        .text());
    }

    /** On a day of the past the law of that day counts, and the pages that were there. */
    @Test
    void theMatrixKnowsThePast() {
        assertThat(matrix("?jurisdiction=XV&day=2024-05-31")).isEmpty();
        Map<String, String> first = matrix("?jurisdiction=XV&day=2024-06-01");
        assertThat(first).hasSize(7).containsEntry("ministry Facebook", "1 of 1 have one");
        assertThat(matrix("?jurisdiction=XV&day=2019-01-01")).isEmpty();
        assertThat(matrix("?jurisdiction=XV&day=2028-01-01").get("hromada Telegram"))
                .contains(" lack it");
        assertThat(matrix("?jurisdiction=RU&day=2022-11-30")).isEmpty();
        assertThat(matrix("?jurisdiction=RU&day=2022-12-01"))
                .hasSize(28)
                .containsEntry("school VK (VKontakte)", "nobody registered");
    }

    @Test
    void eachFigureLeadsToItsBodies() {
        String href = web.anonymous()
                .in("en")
                .get("/duties?jurisdiction=XV")
                .page()
                .select(".g-matrix a[href*=kind=police&platform=telegram]")
                .first()
                .attr("href");
        assertThat(web.anonymous().in("en").get(href).page().select("tbody tr").eachText())
                .containsExactly(
                        "Police Department in Prykladna oblast police Telegram 1 January 2025 796 days late Закон Вигаданої країни «Про зрозумілу владу» № 7 від 01.02.2024, ст. 12",
                        "Police Department in Umovna oblast police Telegram 1 January 2025 796 days late Закон Вигаданої країни «Про зрозумілу владу» № 7 від 01.02.2024, ст. 12",
                        "Police Department in Uzorna oblast police Telegram 1 January 2025 796 days late Закон Вигаданої країни «Про зрозумілу владу» № 7 від 01.02.2024, ст. 12");
        String overdue = web.anonymous()
                .in("en")
                .get("/duties?jurisdiction=XV")
                .page()
                .select(".g-matrix a[href*=lack=overdue][href*=kind=police&platform=telegram]")
                .attr("href");
        assertThat(web.anonymous()
                        .get(overdue)
                        .page()
                        .select("tbody td a.g-address")
                        .eachText())
                .containsExactly("glasnik_demo_police_vyhadana");
    }

    /** A planned page is no page; that it is planned those inside learn, and nobody else. */
    @Test
    void whatIsPlannedIsOwedStill() {
        jdbc.sql(
                        "update officialpage.page set status = 'planned' where key = 'glasnik_demo_prykladivka' and platform = 'facebook'")
                .update();
        String query = "?text=PR-01-002";
        assertThat(missing("", query)).singleElement().asString().doesNotContain("planned");
        assertThat(missing("specialist", query)).singleElement().asString().doesNotContain("planned");
        assertThat(missing("chernetkova", query)).singleElement().asString().contains("Facebook planned");
        assertThat(missing("operator", query)).singleElement().asString().contains("Facebook planned");
        jdbc.sql(
                        "update officialpage.page set status = 'live' where key = 'glasnik_demo_prykladivka' and platform = 'facebook'")
                .update();
        assertThat(missing("", query)).isEmpty();
    }

    @Test
    void aBodyThatIsNoMoreOwesNothing() {
        assertThat(missing("", "?text=PR-00-002")).hasSize(2);
        jdbc.sql("update registry.body set ended_on = '2026-12-31', ending = 'merged' where code = 'PR-00-002'")
                .update();
        assertThat(missing("", "?text=PR-00-002")).isEmpty();
        assertThat(missing("", "?text=PR-00-002&day=2026-12-30")).hasSize(2);
        jdbc.sql("update registry.body set ended_on = null, ending = null where code = 'PR-00-002'")
                .update();
    }

    @Test
    void aBodysPageSaysWhatItOwes() {
        Web anyone = web.anonymous().in("en");
        assertThat(anyone.get("/bodies/" + Cast.body(jdbc, "VK-00-001"))
                        .page()
                        .select("#owed ~ ul li .g-chip")
                        .eachText())
                .containsExactly("there", "there");
        assertThat(anyone.get("/bodies/" + Cast.body(jdbc, "PR-00-002"))
                        .page()
                        .select("#owed ~ ul li")
                        .eachText())
                .containsExactly(
                        "Facebook Since 1 June 2024. Закон Вигаданої країни «Про зрозумілу владу» № 7 від 01.02.2024, ст. 12 lacking",
                        "Telegram Since 1 January 2025. Закон Вигаданої країни «Про зрозумілу владу» № 7 від 01.02.2024, ст. 12 lacking");
        assertThat(anyone.get("/bodies/" + Cast.body(jdbc, "CN-00-002")).page().select("#owed"))
                .isEmpty();
    }

    /** The matrix: jurisdictions twice, figures, overdue reviews, duties. The list: how many, rows, jurisdictions. */
    @Test
    void theFiguresCostTheSameForAnyNumberOfBodies() {
        web.statements();
        assertThat(matrix("?jurisdiction=XV")).hasSize(18);
        assertThat(web.statements()).hasSize(5);
        assertThat(missing("", "?kind=emergency&platform=facebook&text=UZ-00-002"))
                .hasSize(1);
        assertThat(web.statements()).hasSize(3);
        assertThat(missing("", "?kind=emergency&platform=facebook")).hasSize(3);
        assertThat(web.statements()).hasSize(3);
        jdbc.sql(
                        "insert into registry.body (code, kind, name_en, jurisdiction) select 'Z-' || n, 'clinic', 'Qqclinic', 'XV' from generate_series(1, 300) n")
                .update();
        web.statements();
        assertThat(missing("", "?kind=clinic&platform=facebook&text=qqclinic")).hasSize(50);
        assertThat(web.statements()).hasSize(3);
        assertThat(matrix("?jurisdiction=XV").get("clinic Facebook")).startsWith("1 of 320 have one");
        assertThat(web.statements()).hasSize(5);
        assertThat(web.anonymous()
                        .get("/duties/missing.csv?kind=clinic&text=qqclinic")
                        .body()
                        .lines())
                .hasSize(301);
        assertThat(web.statements()).hasSize(1);
        jdbc.sql("delete from registry.body where code like 'Z-%'").update();
    }

    private Map<String, String> duty(String since) {
        return new HashMap<>(Map.of(
                "jurisdiction",
                "UA",
                "kinds",
                "hromada,city",
                "platform",
                "telegram",
                "since",
                since,
                "basis",
                "Law 1, article 2",
                "basisAddress",
                "zakon.example/1#n2",
                "verifiedOn",
                "2027-03-01"));
    }

    private List<String> ukrainian() {
        return jdbc.sql("""
                        select kind || ' ' || since || ' ' || coalesce(until::text, '…') || ' ' || basis
                        from pageduty.duty where jurisdiction = 'UA' order by kind, since""").query(String.class).list();
    }

    @Test
    void aDutyThatChangesEndsAndANewOneBegins() {
        Web operator = web.as("operator").in("en");
        assertThat(operator.submit("/duties/new", "/duties", duty("2026-01-01")).location())
                .isEqualTo("/duties?jurisdiction=UA");
        Map<String, String> changed = duty("2027-02-01");
        changed.put("basis", "Law 2");
        changed.put("kinds", "city");
        operator.submit("/duties/new", "/duties", changed);
        assertThat(ukrainian())
                .containsExactly(
                        "city 2026-01-01 2027-02-01 Law 1, article 2",
                        "city 2027-02-01 … Law 2",
                        "hromada 2026-01-01 … Law 1, article 2");
        Web.Answer early = operator.submit("/duties/new", "/duties", duty("2027-01-15"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.page().select(".g-errors li").eachText())
                .containsExactly("Since: Choose a later day: another duty begins on that day or later (city)");
        assertThat(early.page().select("input[name=kinds][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("city", "hromada");
        assertThat(ukrainian()).hasSize(3);
        UUID second = id("city", "2027-02-01");
        operator.submit("/duties/" + second, "/duties/" + second + "/removal", Map.of());
        assertThat(ukrainian())
                .containsExactly("city 2026-01-01 … Law 1, article 2", "hromada 2026-01-01 … Law 1, article 2");
        UUID first = id("city", "2026-01-01");
        Web.Answer ended =
                operator.submit("/duties/" + first, "/duties/" + first + "/ending", Map.of("until", "2027-03-31"));
        assertThat(ukrainian()).contains("city 2026-01-01 2027-03-31 Law 1, article 2");
        Web.Answer shown = operator.get(ended.location());
        operator.submit(shown, "/duties/" + first + "/ending/undo", Map.of());
        assertThat(ukrainian()).contains("city 2026-01-01 … Law 1, article 2");
        assertThat(jdbc.sql("select verb from deed.deed where object_id in (?, ?) order by id")
                        .params(first, second)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "duty.begun", "duty.ended", "duty.begun", "duty.takenBack", "duty.ended", "duty.endTakenBack");
        assertThat(operator.get("/deeds?kind=duty&object=" + first)
                        .page()
                        .select("main")
                        .text())
                .contains("UA, city, Telegram");
        jdbc.sql("delete from pageduty.duty where jurisdiction = 'UA'").update();
    }

    private UUID id(String kind, String since) {
        return jdbc.sql(
                        "select id from pageduty.duty where jurisdiction = 'UA' and kind = ? and since = cast(? as date)")
                .params(kind, since)
                .query(UUID.class)
                .single();
    }

    /** The control: without the trigger two laws hold at once, and one page is owed twice. */
    @Test
    void twoDutiesNeverHoldAtOnce() {
        String overlapping = """
                insert into pageduty.duty (jurisdiction, kind, platform, since, until, basis, verified_on, created_at)
                values ('XV', 'city', 'telegram', '2024-06-01', '2025-06-01', 'Law', '2027-01-01', now())""";
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table pageduty.duty disable trigger duty_overlap").update();
            assertThat(jdbc.sql(overlapping).update()).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> jdbc.sql(overlapping).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("Two duties hold at once");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        Web operator = web.as("operator").in("en");
        Map<String, String> wrong =
                Map.of("since", "soon", "basisAddress", "no address", "verifiedOn", "2099-01-01", "note", "a\u202eb");
        Web.Answer answer = operator.submit("/duties/new", "/duties", wrong);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".g-errors li").eachText())
                .containsExactly(
                        "Jurisdiction: Choose one from the list",
                        "Which bodies it binds: Tick at least one kind of body",
                        "Platform: Choose one from the list",
                        "Since: Choose a day in the calendar",
                        "Basis: Fill in this field",
                        "Where to read it: Write the whole address, for example https://law.example/123",
                        "Basis verified on: Choose today or a day in the past",
                        "Note: Remove invisible characters: type the text again");
        wrong.forEach((field, typed) -> assertThat(
                        answer.page().select("[name=" + field + "]").val())
                .as(field)
                .isEqualTo(typed));
        answer.page()
                .select(".g-errors a")
                .forEach(link ->
                        assertThat(answer.page().select(link.attr("href"))).hasSize(1));
        assertThat(operator.submit("/duties/new", "/duties", Map.of("basis", "\0", "basisAddress", "\0", "since", "\0"))
                        .status())
                .isEqualTo(422);
        assertThat(web.as("organiser").get("/duties/new").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/duties?jurisdiction=%00&day=%00",
                "/duties?jurisdiction=nonsense&day=soon",
                "/duties?day=99999-01-01",
                "/duties?day=-0001-01-01",
                "/duties/missing?day=soon&kind=%00&text=%00",
                "/duties/missing.csv?day=%27--",
                "/duties/missing?sort=name'--&page=99999999999"
            })
    void noAddressBreaksTheLists(String path) {
        assertThat(web.anonymous().get(path).status()).isEqualTo(200);
        assertThat(web.as("operator").get("/duties/1").status()).isEqualTo(404);
    }
}
