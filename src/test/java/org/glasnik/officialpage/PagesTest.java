package org.glasnik.officialpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.glasnik.testing.Cast;
import org.glasnik.testing.CastPages;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The official pages as different people see them. */
@GlasnikTest
class PagesTest {
    private static final String PLANNED = "https://www.tiktok.com/@glasnik_demo_vyhadivka";
    private static final String FLAGSHIP = "https://www.facebook.com/glasnik_demo_vyhadivka";
    private static final String WORD = "https://www.instagram.com/glasnik_demo_vyhadivka/";

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Web as(String who) {
        return who.equals("anonymous") ? web.anonymous() : web.as(who);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<String> rows(String who, String query) {
        return as(who).get("/pages" + query)
                .page()
                .select("tbody td a.g-address")
                .eachText();
    }

    @Test
    void everyoneSeesWhatIsNotPlanned() {
        Map<String, String> counts = new TreeMap<>();
        for (String who : List.of("anonymous", "resident", "specialist2", "specialist", "organiser", "operator")) {
            counts.put(
                    who, as(who).get("/pages").page().select("caption").text().replaceFirst(",.*", ""));
        }
        // 63 of them, one planned in the body of each specialist.
        assertThat(counts)
                .isEqualTo(Map.of(
                        "anonymous", "61 сторінка",
                        "resident", "61 сторінка",
                        "specialist", "62 сторінки",
                        "specialist2", "62 сторінки",
                        "organiser", "61 сторінка",
                        "operator", "63 сторінки"));
    }

    @Test
    void aPlannedPageIsNowhereForStrangers() {
        UUID planned = CastPages.page(jdbc, PLANNED);
        Map<String, Integer> statuses = new TreeMap<>();
        for (String who :
                List.of("anonymous", "resident", "specialist2", "specialist", "manager", "organiser2", "operator")) {
            statuses.put(who, as(who).get("/pages/" + planned).status());
        }
        assertThat(statuses)
                .isEqualTo(Map.of(
                        "anonymous",
                        404,
                        "resident",
                        404,
                        "specialist2",
                        404,
                        "organiser2",
                        404,
                        "specialist",
                        200,
                        "manager",
                        200,
                        "operator",
                        200));
        assertThat(web.anonymous().get("/pages.json").body()).doesNotContain("tiktok");
        assertThat(web.as("operator").get("/pages.json").body()).contains("tiktok");
        assertThat(web.anonymous()
                        .get("/bodies/" + Cast.body(jdbc, "VK-01-002"))
                        .body())
                .doesNotContain("tiktok");
    }

    /** Whoever organises the body that keeps the record is inside; the control is the same organiser before. */
    @Test
    void whoeverKeepsTheRecordIsInside() {
        String planned = "/pages/" + CastPages.page(jdbc, PLANNED);
        assertThat(web.as("organiser").get(planned).status()).isEqualTo(404);
        transaction.executeWithoutResult(
                status -> jdbc.sql("update registry.body set keeper_id = ? where code = 'VK-01-002'")
                        .param(Cast.body(jdbc, "CN-00-002").value())
                        .update());
        assertThat(web.as("organiser").get(planned).status()).isEqualTo(200);
        assertThat(web.as("organiser").get(planned + "/edit").status()).isEqualTo(200);
        jdbc.sql("update registry.body set keeper_id = null where code = 'VK-01-002'")
                .update();
    }

    @Test
    void peopleBehindAPageAreForThoseInside() {
        String page = "/pages/" + CastPages.page(jdbc, FLAGSHIP);
        String name = name("specialist");
        Map<String, Boolean> sees = new TreeMap<>();
        for (String who : List.of("anonymous", "resident", "specialist2", "organiser2", "specialist", "operator")) {
            sees.put(who, as(who).get(page).body().contains(name));
        }
        assertThat(sees)
                .isEqualTo(Map.of(
                        "anonymous",
                        false,
                        "resident",
                        false,
                        "specialist2",
                        false,
                        "organiser2",
                        false,
                        "specialist",
                        true,
                        "operator",
                        true));
        assertThat(web.anonymous().get("/pages.csv").body()).doesNotContain(name);
        assertThat(web.as("organiser2").get("/pages.csv").body()).doesNotContain(name);
        assertThat(web.as("operator").get("/pages.csv").body()).contains(name);
    }

    private String name(String key) {
        return jdbc.sql("select name from identity.person where id = ?")
                .param(Cast.person(jdbc, key).value())
                .query(String.class)
                .single();
    }

    /** Everyone learns how and when ownership was shown; the officer's name is for those who may change the page. */
    @Test
    void anOfficersNameIsForThoseWhoMayChange() {
        String page = "/pages/" + CastPages.page(jdbc, WORD);
        Map<String, Boolean> sees = new TreeMap<>();
        for (String who : List.of("anonymous", "specialist2", "specialist", "operator")) {
            String shown = as(who).in("en").get(page).page().select("main").text();
            assertThat(shown).as(who).contains("Confirmed by an officer of the body on 14 October 2026.");
            sees.put(who, shown.contains("Ніна Посадова"));
        }
        assertThat(sees)
                .isEqualTo(Map.of("anonymous", false, "specialist2", false, "specialist", true, "operator", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?platform=tiktok&status=live                  | ",
                "?text=glasnik_demo_kazkohrai                   | glasnik_demo_kazkohrai; glasnik_demo_kazkohrai",
                "?text=Kazkohrai&platform=viber                 | glasnik_demo_kazkohrai",
                "?text=VK-03-001&platform=facebook              | glasnik_demo_kazkohrai",
                "?kind=police&lack=overdue                      | glasnik_demo_police_prykladna; glasnik_demo_police_vyhadana",
                "?kind=emergency&lack=overdue                   | ",
                "?lack=purpose                                  | glasnik_demo_izmisljevo; glasnik_demo_nebylytsi",
                "?lack=language                                 | glasnik_demo_izmisljevo; glasnik_demo_nebylytsi",
                "?lack=unproven&kind=oblast                     | ",
                "?lack=unproven&kind=migration                  | glasnik_demo_migration_vyhadana",
                "?lack=unreviewed&platform=youtube              | glasnik_demo_uzorovac",
                "?status=archived&sort=page                     | glasnik_demo_clinic_uzorovo; glasnik_demo_dg; glasnik_demo_vk",
                "?category=card&platform=facebook&sort=page     | glasnik_demo_izmisljevo; glasnik_demo_migration_prykladna",
                "?jurisdiction=RU                               | ",
                "?jurisdiction=XV&kind=ministry                 | glasnik_demo_zviazok",
                "?kind=nonsense                                 | ",
            })
    void filtersFindJustThose(String query, String expected) {
        List<String> found = rows("anonymous", query);
        assertThat(new TreeSet<>(found))
                .isEqualTo(new TreeSet<>(expected == null ? List.of() : List.of(expected.split("; "))));
        assertThat(found).hasSize(expected == null ? 0 : expected.split("; ").length);
    }

    /** Whoever has an address in hand pastes it, however it is spelled. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://m.facebook.com/Glasnik_Demo_Vyhadivka/posts/12?fref=x",
                "fb.com/glasnik_demo_vyhadivka",
                "facebook.com/glasnik_demo_vyhadivka/"
            })
    void aPageIsFoundByAnySpellingOfItsAddress(String typed) {
        assertThat(rows("anonymous", "?text=" + encoded(typed))).containsExactly("glasnik_demo_vyhadivka");
    }

    /** Whether anybody answers for a page is known to those inside: for others the filter finds only their own. */
    @Test
    void nobodyLearnsWhoDoesNotAnswer() {
        assertThat(rows("anonymous", "?lack=responsible")).isEmpty();
        assertThat(rows("specialist", "?lack=responsible")).containsExactly("glasnik_demo_vyhadivka");
        assertThat(rows("operator", "?lack=responsible").size()).isGreaterThan(15);
        assertThat(web.anonymous()
                        .get("/pages?lack=unit")
                        .page()
                        .select("tbody")
                        .text())
                .doesNotContain("немає відповідальної особи");
    }

    /** Three: how many, the rows, the jurisdictions of the filter. An export takes one, a body's page two for its pages and duties. */
    @Test
    void theListCostsTheSameWithOnePageThreeAndThreeHundred() {
        web.statements();
        assertThat(rows("anonymous", "?kind=ministry")).hasSize(1);
        assertThat(web.statements()).hasSize(3);
        assertThat(rows("anonymous", "?status=archived")).hasSize(3);
        assertThat(web.statements()).hasSize(3);
        jdbc.sql("""
                        insert into officialpage.page (body_id, platform, key, handle, address, name, likeness, status, created_at,
                                                       changed_at)
                        select id, 'github', 'n' || n, 'n' || n, 'https://github.com/n' || n, 'n' || n, 'n' || n, 'live',
                               '2027-01-01', '2027-01-01'
                        from registry.body, generate_series(1, 300) n where code = 'VK-01-002'""").update();
        web.statements();
        assertThat(rows("anonymous", "?platform=github&sort=page")).hasSize(50);
        assertThat(web.statements()).hasSize(3);
        assertThat(web.anonymous().get("/pages.csv?platform=github").body().lines())
                .hasSize(301);
        assertThat(web.statements()).hasSize(1);
        web.anonymous().get("/bodies/" + Cast.body(jdbc, "VK-01-002"));
        List<String> ofBody = web.statements().stream()
                .filter(sql -> sql.contains("officialpage."))
                .toList();
        assertThat(ofBody).as(ofBody::toString).hasSize(2);
        jdbc.sql("delete from officialpage.page where platform = 'github'").update();
    }

    @Test
    void noPageStandsOnTwoPagesOfTheList() {
        for (String sort : List.of("body", "-body", "page", "platform", "-status", "reviewed", "-reviewed")) {
            TreeSet<String> seen = new TreeSet<>();
            for (int page = 1; page <= 2; page++) {
                seen.addAll(web.anonymous()
                        .get("/pages?sort=" + sort + "&page=" + page)
                        .page()
                        .select("tbody td a.g-address")
                        .eachAttr("href"));
            }
            assertThat(seen).as(sort).hasSize(61);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pages?page=0&sort=%00&kind=%00&text=%00",
                "/pages?lack='--&status=%22",
                "/pages?text=%25&platform=_",
                "/pages.csv?sort=1;select",
                "/pages.json?lack=nonsense",
                "/pages?text=tg%3A%2F%2F",
                "/pages?text=%F0%9F%98%80"
            })
    void noAddressBreaksTheList(String path) {
        assertThat(web.anonymous().get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pages/1",
                "/pages/zzzzzzzz-0000-0000-0000-000000000000",
                "/pages/%00",
                "/pages.exe",
                "/pages/1/edit"
            })
    void aMalformedAddressLeadsNowhere(String path) {
        assertThat(web.as("operator").get(path).status()).isIn(404, 400);
        assertThat(web.as("operator").get("/pages/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void theListIsPublishedForOtherSites() {
        Web.Answer json = web.anonymous().in("en").get("/pages.json?kind=ministry");
        assertThat(json.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(json.body().replaceAll("\"record\":\"[^\"]*\"", "\"record\":\"…\""))
                .isEqualTo(
                        "[{\"address\":\"https://www.facebook.com/glasnik_demo_zviazok\",\"platform\":\"facebook\","
                                + "\"handle\":\"glasnik_demo_zviazok\",\"bodyCode\":\"CN-00-001\","
                                + "\"body\":\"Ministry for Liaison with Hromadas\",\"status\":\"live\",\"category\":\"flagship\","
                                + "\"purpose\":\"Роз’яснення й відповіді міністерства\",\"unit\":\"Пресслужба\",\"languages\":\"uk\","
                                + "\"openedOn\":\"2021-03-01\",\"archivedOn\":null,\"reviewedOn\":\"2026-11-09\","
                                + "\"reviewDueOn\":\"2027-11-09\",\"proof\":\"link\",\"provedOn\":\"2026-09-01\",\"record\":\"…\"}\n]");
        Web.Answer csv = web.anonymous().in("en").get("/pages.csv?kind=ministry");
        assertThat(csv.body().lines().toList())
                .containsExactly(
                        "\ufeffAddress of the page,Platform,Handle,Code of the body,Body,Status,Category,Purpose,Unit in charge,"
                                + "Languages,Opened on,Archived on,Reviewed on,Next review due on,Ownership shown by,"
                                + "Ownership shown on,Record",
                        csv.body().lines().toList().get(1));
        assertThat(csv.body())
                .contains("Facebook,glasnik_demo_zviazok,CN-00-001,Ministry for Liaison with Hromadas,live,flagship,");
        assertThat(web.anonymous().get("/pages.xlsx").bytes()).startsWith('P', 'K');
    }

    /** A body in the bin takes its pages along, and brings them back. */
    @Test
    void pagesGoAndComeWithTheirBody() {
        String page = "/pages/" + CastPages.page(jdbc, "https://www.facebook.com/glasnik_demo_domysliv");
        assertThat(web.anonymous().get(page).status()).isEqualTo(200);
        jdbc.sql("update registry.body set deleted_at = now() where code = 'VK-01-001'")
                .update();
        assertThat(web.as("operator").get(page).status()).isEqualTo(404);
        assertThat(rows("operator", "?text=glasnik_demo_domysliv&platform=facebook"))
                .isEqualTo(List.of("glasnik_demo_domysliv_water"));
        jdbc.sql("update registry.body set deleted_at = null where code = 'VK-01-001'")
                .update();
        assertThat(web.anonymous().get(page).status()).isEqualTo(200);
    }
}
