package org.glasnik.pagecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** "Is this page official?", asked by people, by other sites and by programs. */
@GlasnikTest
class OfficialTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    private static String query(String asked) {
        return "?page=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }

    private JsonNode json(String asked) {
        return JsonMapper.builder()
                .build()
                .readTree(web.anonymous()
                        .in("en")
                        .get("/official.json" + query(asked))
                        .body());
    }

    private static List<String> addresses(JsonNode pages) {
        return pages.valueStream().map(page -> page.get("address").asString()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                       | ask        | ",
                "https://www.facebook.com/glasnik_demo_vyhadivka        | yes        | https://www.facebook.com/glasnik_demo_vyhadivka",
                "m.facebook.com/Glasnik_Demo_Vyhadivka/posts/7?x=1      | yes        | https://www.facebook.com/glasnik_demo_vyhadivka",
                "tg://resolve?domain=glasnik_demo_domysliv              | yes        | https://t.me/glasnik_demo_domysliv",
                "Пишуть із https://t.me/s/glasnik_demo_domysliv!        | yes        | https://t.me/glasnik_demo_domysliv",
                "https://x.com/glasnik_demo_vk                          | was        | https://x.com/glasnik_demo_vk",
                "https://www.tiktok.com/@glasnik_demo_vyhadivka         | no         | ",
                "https://vk.com/glasnik_demo_domysliv                   | no         | ",
                "https://www.facebook.com/somebody.else                 | no         | ",
                "@glasnik_demo_kazkohrai                                | named      | https://www.facebook.com/glasnik_demo_kazkohrai; https://chats.viber.com/glasnik_demo_kazkohrai",
                "glasnik_demo_dg                                        | was        | https://x.com/glasnik_demo_dg",
                "@nobody_at_all                                         | no         | ",
                "https://vk.соm/glasnik_demo_domysliv                   | imitation  | ",
                "https://vk.com.login.example/x                         | imitation  | ",
                "https://youtu.be/abc                                   | nobodys    | ",
                "two words                                              | unreadable | ",
                "press@vyhadivska.example                               | unreadable | ",
                "https://www.vyhadivska.example/                        | yes        | https://vyhadivska.example",
            })
    void eachQuestionHasItsAnswer(String asked, String answer, String pages) {
        JsonNode said = json(asked == null ? "" : asked);
        assertThat(said.get("answer").asString()).isEqualTo(answer);
        assertThat(addresses(said.get("pages"))).isEqualTo(pages == null ? List.of() : List.of(pages.split("; ")));
    }

    @Test
    void theAnswerSaysWhoseSinceWhenAndShownHow() {
        Web.Answer answer = web.anonymous().in("en").get("/official" + query("https://t.me/glasnik_demo_domysliv"));
        assertThat(answer.page().select("#verdict").text()).isEqualTo("yes The page is official");
        assertThat(answer.page().select(".g-lines li").text())
                .isEqualTo("City of Domysliv Telegram: https://t.me/glasnik_demo_domysliv Official since 1 March 2021. "
                        + "Shown by a code on the page, seen on 1 September 2026. Record reviewed on 9 November 2026.");
        assertThat(answer.page().select("input[name=page]").val()).isEqualTo("https://t.me/glasnik_demo_domysliv");
        Web.Answer was = web.anonymous().in("en").get("/official" + query("twitter.com/glasnik_demo_vk"));
        assertThat(was.page().select("#verdict").text()).isEqualTo("No, not any more");
        assertThat(was.page().select(".g-lines li").text()).contains("It was official until 20 November 2026.");
    }

    @Test
    void noOfficersNameAndNobodyBehindAPageIsTold() {
        String word = query("https://www.instagram.com/glasnik_demo_vyhadivka/");
        for (String path : List.of("/official" + word, "/official/embed" + word, "/official.json" + word)) {
            String body = web.as("operator").get(path).body();
            assertThat(body)
                    .contains("glasnik_demo_vyhadivka")
                    .doesNotContain("Ніна Посадова")
                    .doesNotContain("Зразковий");
        }
    }

    /** A name that only looks like an official one is told, whichever letters it uses; an honest other name is not. */
    @ParameterizedTest
    @CsvSource({
        "https://t.me/gIasnik_demo_domysIiv, https://t.me/glasnik_demo_domysliv",
        "https://t.me/glasnik_dem0_domysliv, https://t.me/glasnik_demo_domysliv",
        "https://t.me/glasnikdemodomysliv, https://t.me/glasnik_demo_domysliv",
        "https://www.youtube.com/user/glasnik_demo_uzorovac, https://www.youtube.com/@glasnik_demo_uzorovac",
        "https://t.me/glasnik_demo_domysla, ''",
        "https://t.me/glasnik_demo_vyhadivska, ''",
    })
    void whatLooksLikeAnOfficialPageIsTold(String asked, String like) {
        JsonNode said = json(asked);
        assertThat(said.get("answer").asString()).isEqualTo("no");
        assertThat(addresses(said.get("like"))).isEqualTo(like.isEmpty() ? List.of() : List.of(like));
    }

    @Test
    void anImitationSaysWhereItLeads() {
        JsonNode said = json("https://vk.xn--m-0tbi/hromada");
        assertThat(said.get("host").asString() + " " + said.get("imitates").asString())
                .isEqualTo("vk.xn--m-0tbi vk.com");
        String page = web.anonymous()
                .in("en")
                .get("/official" + query("https://vk.соm/hromada"))
                .page()
                .select("main")
                .text();
        assertThat(page)
                .contains("It looks like vk.com and leads to vk.xn--m-0tbi.")
                .contains("Send no money");
    }

    /** A body's own site is in its record, with all that stands under it; a site that hosts many is not theirs. */
    @ParameterizedTest
    @CsvSource({
        "https://hospital.mriiehorod-misto.example/kontakty, yes, VK-02-101",
        "http://www.hospital.mriiehorod-misto.example, yes, VK-02-101",
        "https://hosting.example/nebylytsi/news, yes, VK-01-004",
        "https://hosting.example/nebylytsi2, no, ",
        "https://hosting.example, no, ",
        "https://evil-mriiehorod-misto.example, no, ",
    })
    void theSiteOfARecordIsOfficial(String asked, String answer, String code) {
        jdbc.sql("update registry.body set site = 'https://hosting.example/nebylytsi/' where code = 'VK-01-004'")
                .update();
        JsonNode said = json(asked);
        assertThat(said.get("answer").asString()).isEqualTo(answer);
        assertThat(said.get("sites")
                        .valueStream()
                        .map(site -> site.get("bodyRecord").asString())
                        .toList())
                .isEqualTo(
                        code == null
                                ? List.of()
                                : List.of(web.url("/bodies/" + Cast.body(jdbc, code))
                                        .replaceFirst("http://localhost:\\d+", base())));
    }

    private String base() {
        String record = json("https://t.me/glasnik_demo_domysliv")
                .get("pages")
                .get(0)
                .get("record")
                .asString();
        return record.replaceFirst("/pages/.*", "");
    }

    /** Whatever else the database holds: at most three, for one asking as for three hundred pages of one name. */
    @Test
    void anAnswerCostsTheSameHoweverManyPagesThereAre() {
        web.statements();
        json("https://t.me/glasnik_demo_domysliv");
        assertThat(web.statements()).hasSize(1);
        json("https://t.me/somebody_else");
        assertThat(web.statements()).hasSize(2);
        json("https://nobody.example");
        assertThat(web.statements()).hasSize(4);
        jdbc.sql("""
                        insert into officialpage.page (body_id, platform, key, handle, address, name, likeness, status, created_at,
                                                       changed_at)
                        select id, 'github', 'many' || n, 'many', 'https://github.com/many' || n, 'many', 'many', 'live', now(), now()
                        from registry.body, generate_series(1, 300) n where code = 'VK-01-002'""").update();
        web.statements();
        assertThat(addresses(json("@many").get("pages"))).hasSize(FoundPages.MOST);
        assertThat(web.statements()).hasSize(1);
        jdbc.sql("delete from officialpage.page where name = 'many'").update();
    }

    @Test
    void anySiteMayShowTheCheckInsideItsOwn() {
        Web.Answer embed = web.anonymous().get("/official/embed?language=sr-Latn&page=%40glasnik_demo_dg");
        assertThat(embed.status()).isEqualTo(200);
        assertThat(embed.response().headers().allValues("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors *");
        assertThat(embed.header("X-Frame-Options")).isNull();
        assertThat(embed.header("Set-Cookie")).isNull();
        assertThat(embed.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(embed.page().select("html").attr("lang")).isEqualTo("sr-Latn");
        assertThat(embed.page().select("script, input[name=_csrf], form[method=post]"))
                .isEmpty();
        assertThat(embed.page().select("#verdict").text()).isEqualTo("Ne, više nije zvanična");
        assertThat(embed.page().select("a[href]:not([target=_blank])")).isEmpty();
        // The control: no other page may be framed, this check's own included.
        for (String path : List.of("/official", "/official/code", "/pages", "/")) {
            Web.Answer other = web.anonymous().get(path);
            assertThat(other.header("Content-Security-Policy")).as(path).endsWith("frame-ancestors 'none'");
            assertThat(other.header("X-Frame-Options")).as(path).isEqualTo("DENY");
        }
    }

    /** Whoever is signed in gets the same: the frame shows nothing that a stranger's page could make them press. */
    @Test
    void theFrameKnowsNobody() {
        String path = "/official/embed?language=uk"
                + query("https://t.me/glasnik_demo_domysliv").replace("?", "&");
        assertThat(web.as("operator").get(path).body())
                .isEqualTo(web.anonymous().get(path).body());
    }

    @Test
    void programsOfAnySiteMayAsk() {
        Web.Answer answer = web.anonymous()
                .get("/official.json" + query("https://t.me/glasnik_demo_domysliv"), "Origin", "https://other.example");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(json("https://t.me/glasnik_demo_domysliv").propertyNames())
                .containsExactly("asked", "answer", "pages", "like", "sites", "host", "imitates");
        assertThat(json("https://t.me/glasnik_demo_domysliv")
                        .get("pages")
                        .get(0)
                        .propertyNames())
                .containsExactly(
                        "address",
                        "platform",
                        "handle",
                        "body",
                        "bodyCode",
                        "bodyRecord",
                        "record",
                        "openedOn",
                        "archivedOn",
                        "reviewedOn",
                        "proof",
                        "provedOn");
    }

    @Test
    void theCodeToCopyLeadsHere() {
        Map<String, Integer> statuses = new java.util.TreeMap<>();
        web.anonymous()
                .get("/official/code")
                .page()
                .select("textarea")
                .eachText()
                .forEach(code -> {
                    String source = code.replaceFirst("(?s).*src=\"[^\"]*?(/official/embed[^\"]*)\".*", "$1");
                    statuses.put(source, web.anonymous().get(source).status());
                });
        assertThat(statuses)
                .isEqualTo(Map.of(
                        "/official/embed?language=uk",
                        200,
                        "/official/embed?language=sr",
                        200,
                        "/official/embed?language=sr-Latn",
                        200,
                        "/official/embed?language=ru",
                        200,
                        "/official/embed?language=en",
                        200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "<script>alert(1)</script>",
                "' or 1=1 --",
                "%00",
                "\u202e",
                "https://x.example/%00",
                "😀",
                "https://"
            })
    void nothingThatIsAskedBreaksTheAnswer(String asked) {
        for (String path : List.of("/official", "/official/embed", "/official.json")) {
            assertThat(web.anonymous().get(path + query(asked)).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(web.anonymous().get("/official?page=" + "a".repeat(5000)).status())
                .isEqualTo(200);
        assertThat(web.anonymous().get("/official" + query(asked)).body()).doesNotContain("<script>alert");
    }
}
