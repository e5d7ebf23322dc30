package org.glasnik.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register as everyone sees it. */
@GlasnikTest
class BodyPagesTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    private List<String> names(String query) {
        return web.anonymous()
                .get("/bodies" + query)
                .page()
                .select("table.g-list tbody th a")
                .eachText();
    }

    @Test
    void theRegisterIsPublicAndPaged() {
        Web.Answer first = web.anonymous().get("/bodies");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.page().select("caption").text()).isEqualTo("205 органів, з 1 по 50");
        assertThat(first.page().select("tbody tr")).hasSize(50);
        Web.Answer last = web.anonymous().get("/bodies?page=5");
        assertThat(last.page().select("caption").text()).isEqualTo("205 органів, з 201 по 205");
        assertThat(last.page().select("a[rel=next]")).isEmpty();
        assertThat(last.page().select("a[rel=prev]").attr("href")).isEqualTo("/bodies?page=4");
    }

    @Test
    void noBodyStandsOnTwoPages() {
        for (String sort : List.of("name", "-name", "kind", "parent", "-population", "code")) {
            java.util.Set<String> seen = new java.util.HashSet<>();
            for (int page = 1; page <= 5; page++) {
                seen.addAll(web.anonymous()
                        .get("/bodies?sort=" + sort + "&page=" + page)
                        .page()
                        .select("tbody th a")
                        .eachAttr("href"));
            }
            assertThat(seen).as(sort).hasSize(205);
        }
    }

    @Test
    void namesAreSortedByTheReadersAlphabet() {
        jdbc.sql(
                        "update registry.body set name_uk = v.name from (values ('VK-01-001', 'Яра'), ('VK-01-002', 'Їжакова'),"
                                + " ('VK-01-003', 'Ґанкова'), ('VK-01-004', 'Гаївка'), ('VK-01-005', 'Дубова')) v(code, name)"
                                + " where registry.body.code = v.code")
                .update();
        assertThat(names("?sort=name&text=VK-01-00").stream()
                        .filter(List.of("Яра", "Їжакова", "Ґанкова", "Гаївка", "Дубова")::contains))
                .containsExactly("Гаївка", "Ґанкова", "Дубова", "Їжакова", "Яра");
    }

    @Test
    void filtersFindInAnyLanguageAndScript() {
        jdbc.sql("update registry.body set name_sr = 'Нишка Бања', name_uk = 'Нішська' where code = 'VK-02-001'")
                .update();
        for (String text : List.of("нишка бања", "Niška Banja", "niska", "НІШСЬКА", "vk-02-001")) {
            Web.Answer found = web.anonymous()
                    .get("/bodies?text="
                            + text.replace(" ", "+")
                                    .replace("š", "%C5%A1")
                                    .replace("нишка", enc("нишка"))
                                    .replace("бања", enc("бања"))
                                    .replace("НІШСЬКА", enc("НІШСЬКА")));
            assertThat(found.page().select("tbody th a").eachText()).as(text).containsExactly("Нішська");
        }
        assertThat(names("?text=%25")).isEmpty();
        assertThat(names("?text=_")).isEmpty();
    }

    private static String enc(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void serbianLatinIsDerivedAndOtherNamesFallBack() {
        jdbc.sql(
                        "update registry.body set name_uk = '', name_en = '', name_ru = '', name_sr = 'Љубин Џеп' where code = 'VK-02-002'")
                .update();
        BodyId id = Cast.body(jdbc, "VK-02-002");
        assertThat(heading("sr-Latn", id)).isEqualTo("Ljubin Džep");
        assertThat(heading("sr", id)).isEqualTo("Љубин Џеп");
        assertThat(web.anonymous()
                        .in("uk")
                        .get("/bodies/" + id)
                        .page()
                        .select("h1[lang=sr]")
                        .text())
                .isEqualTo("Љубин Џеп");
    }

    private String heading(String language, BodyId id) {
        return web.anonymous()
                .in(language)
                .get("/bodies/" + id)
                .page()
                .select("h1")
                .text();
    }

    @Test
    void aDeletedBodyIsNowhere() {
        BodyId id = Cast.body(jdbc, "VK-02-003");
        String name = heading("uk", id);
        assertThat(names("?text=VK-02-003")).containsExactly(name);
        jdbc.sql("update registry.body set deleted_at = now() where id = ?")
                .param(id.value())
                .update();
        assertThat(names("?text=VK-02-003")).isEmpty();
        assertThat(web.as("operator").get("/bodies/" + id).status()).isEqualTo(404);
        assertThat(web.anonymous().get("/bodies.json?text=VK-02-003").body()).isEqualTo("[]");
        assertThat(web.anonymous().get("/bodies").page().select("caption").text())
                .startsWith("204 органи");
        jdbc.sql("update registry.body set deleted_at = null where id = ?")
                .param(id.value())
                .update();
    }

    /** Four: how many, the parents and the jurisdictions in the filters, the rows. */
    @Test
    void theListCostsTheSameWithOneBodyAndWithThree() {
        web.statements();
        assertThat(names("?text=VK-01-001")).hasSize(1);
        assertThat(web.statements()).hasSize(4);
        assertThat(names("?text=CN-00")).hasSize(3);
        assertThat(web.statements()).hasSize(4);
        assertThat(names("")).hasSize(50);
        assertThat(web.statements()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bodies?page=0&sort=%00&kind=%00&text=%00",
                "/bodies?parent=nonsense&page=99999999999",
                "/bodies?sort=name'--",
                "/bodies.csv?sort=1;select",
            })
    void noAddressBreaksTheList(String path) {
        assertThat(web.anonymous().get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bodies/1", "/bodies/zzzzzzzz-0000-0000-0000-000000000000", "/bodies/%00", "/bodies.exe"})
    void aMalformedAddressLeadsNowhere(String path) {
        assertThat(web.anonymous().get(path).status()).isIn(404, 400);
        assertThat(web.as("operator").get("/bodies/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void everyRowThatIsFilteredIsExported() {
        Web.Answer csv = web.anonymous().in("en").get("/bodies.csv?kind=police");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"bodies-2027-03-08.csv\"");
        assertThat(csv.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(csv.body())
                .startsWith(
                        "\ufeffCode,Name,Kind,Under,Code of the body above,Population,Site,Mail,Telephone,Postal address,Jurisdiction,Founded,Ended,Who goes on,Time zone,Name in Ukrainian,Name in Serbian,Name in Russian,Name in English,Other names\r\n");
        assertThat(csv.body().lines()).hasSize(5);
        assertThat(web.anonymous().get("/bodies.csv").body().lines()).hasSize(206);
        assertThat(web.anonymous().get("/bodies.xlsx").bytes()).startsWith('P', 'K');
    }

    @Test
    void namesOfPeopleAreForThoseWhoWorkThere() {
        BodyId body = new BodyId(jdbc.sql("""
                        select m.body_id from identity.membership m
                        where m.person_id = ? and m.until is null""")
                .param(Cast.person(jdbc, "specialist").value())
                .query(UUID.class)
                .single());
        String name = jdbc.sql("select name from identity.person where id = ?")
                .param(Cast.person(jdbc, "specialist").value())
                .query(String.class)
                .single();
        Map<String, Boolean> sees = new java.util.TreeMap<>();
        for (String who : List.of("anonymous", "resident", "specialist", "organiser", "operator")) {
            Web.Answer page = (who.equals("anonymous") ? web.anonymous() : web.as(who)).get("/bodies/" + body);
            assertThat(page.status()).isEqualTo(200);
            sees.put(who, page.page().select("main").text().contains(name));
        }
        assertThat(sees)
                .isEqualTo(Map.of(
                        "anonymous",
                        false,
                        "resident",
                        false,
                        "specialist",
                        true,
                        "organiser",
                        true,
                        "operator",
                        true));
    }
}
