package org.glasnik.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glasnik.platform.RateLimits;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GlasnikTest
class SearchPagesTest {
    private static final String[] SCRIPT = {"HX-Request", "true"};

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Indexing indexing;

    @Autowired
    RateLimits limits;

    @BeforeEach
    void catchUp() {
        indexing.catchUp();
    }

    private static String path(String words) {
        return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static Document search(Web browser, String words) {
        Web.Answer answer = browser.get(path(words));
        assertThat(answer.status()).as(words).isEqualTo(200);
        return answer.page();
    }

    /** The names that are found, by heading. */
    static Map<String, List<String>> found(Document page) {
        Map<String, List<String>> found = new java.util.LinkedHashMap<>();
        for (Element group : page.select("section.g-found")) {
            List<String> names = new ArrayList<>();
            group.select("li > a").forEach(link -> names.add(link.text()));
            found.put(group.select("h2").first().ownText(), names);
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "вигадівської, Вигадівська громада",
        "Vyhadivka hromada, Вигадівська громада",
        "Вымышленной области, Вигадана область",
        "Opština Destamivka, Десьтамівська громада",
        "VK-01-002, Вигадівська громада",
        "vyhadivska.example, Вигадівська громада",
        "химерогад, Химерогадська громада",
    })
    void aBodyIsFoundByAnyOfItsNames(String words, String name) {
        Map<String, List<String>> found = found(search(web.anonymous(), words));
        // Pages of a body are found by its name as well, below it.
        assertThat(found.keySet()).first().isEqualTo("Органи");
        assertThat(found.get("Органи")).first().isEqualTo(name);
    }

    @Test
    void whatIsFoundStandsByKindWithItsWordsMarked() {
        Document page = search(web.as("operator"), "Вигадівською");
        Map<String, List<String>> found = found(page);
        assertThat(found.remove("Офіційні сторінки")).isNotEmpty();
        assertThat(found)
                .isEqualTo(Map.of(
                        "Органи",
                        List.of(
                                "Вигадівська громада",
                                "Вигадівська школа",
                                "Вигадівська служба благоустрою",
                                "Вигадівський центр первинної допомоги"),
                        "Люди",
                        List.of("Богдан Зразковий", "Оксана Прикладна")));
        assertThat(page.select("#found h2 .g-found-n").eachText()).contains("4", "2");
        Element first = page.select("#found li").first();
        assertThat(first.select("mark").eachText()).isEqualTo(List.of("Вигадівська"));
        assertThat(first.select(".g-muted span").eachText()).isEqualTo(List.of("громада", "Домислівський район"));
        assertThat(page.select("#found section").last().select("mark").eachText())
                .isEqualTo(List.of("Вигадівська", "Вигадівська"));
        assertThat(page.select("title").text()).isEqualTo("«Вигадівською» — пошук — Glasnik");
        assertThat(page.select("input[name=q]").eachAttr("value")).isEqualTo(List.of("Вигадівською"));
    }

    @Test
    void aNameInAnotherLanguageIsShownBesideTheReaders() {
        Element first = search(web.anonymous(), "vyhadivka").select("#found li").first();
        assertThat(first.select("a").text()).isEqualTo("Вигадівська громада");
        assertThat(first.select("[lang=en]").text()).isEqualTo("Vyhadivka hromada");
        assertThat(first.select("[lang=en] mark").text()).isEqualTo("Vyhadivka");
        Element english = search(web.anonymous().in("en"), "vyhadivka")
                .select("#found li")
                .first();
        assertThat(english.select("a").text()).isEqualTo("Vyhadivka hromada");
        assertThat(english.select("[lang]")).isEmpty();
    }

    @Test
    void bothSerbianScriptsFindATownWhateverTheReadersIs() {
        jdbc.sql(
                        "insert into registry.body (code, kind, name_sr, name_en) values ('79014', 'municipality', 'Ниш', 'Nish')")
                .update();
        indexing.catchUp();
        for (String words : List.of("Niš", "Ниш", "nis", "Ниша", "nish", "Нiш")) {
            assertThat(found(search(web.anonymous().in("sr"), words)).get("Органи"))
                    .as(words)
                    .first()
                    .isEqualTo("Ниш");
            assertThat(found(search(web.anonymous().in("sr-Latn"), words)).get("Organi"))
                    .as(words)
                    .first()
                    .isEqualTo("Niš");
        }
    }

    @Test
    void aFormerNameIsFoundAndShownAndABodyThatEndedIsMarked() {
        jdbc.sql("""
                        insert into registry.former_name (body_id, name_uk, until)
                        select id, 'Червонопрапорна громада', '2020-01-01' from registry.body where code = 'VK-01-003'""").update();
        jdbc.sql(
                        "update registry.body set other_names = '{Небувалія}', ended_on = '2026-01-01', ending = 'abolished' where code = 'VK-01-004'")
                .update();
        indexing.catchUp();
        Element former =
                search(web.anonymous(), "червонопрапорної").select("#found li").first();
        assertThat(former.select("a").text()).isEqualTo("Небувалівська громада");
        assertThat(former.select("mark").text()).isEqualTo("Червонопрапорна");
        Element ended = search(web.anonymous(), "небувалія").select("#found li").first();
        assertThat(ended.select("a").text()).isEqualTo("Небилицька громада");
        assertThat(ended.select("mark").text()).isEqualTo("Небувалія");
        assertThat(ended.select(".g-chip").text()).isEqualTo("припинено");
    }

    @Test
    void whereNothingIsCalledSoSomethingSimilarIsProposed() {
        Document page = search(web.anonymous(), "Вигалівсьак громада");
        assertThat(page.select("#found-said").text())
                .isEqualTo("За запитом «Вигалівсьак громада» точно такого немає. Показуємо схоже.");
        Element instead = page.select("#found > p a").first();
        assertThat(instead.text()).isEqualTo("вигадівська громада");
        assertThat(instead.attr("href")).isEqualTo(path("вигадівська громада"));
        assertThat(found(page).get("Органи")).first().isEqualTo("Вигадівська громада");
        assertThat(page.select("#found li mark").first().text()).isEqualTo("Вигадівська");
    }

    @Test
    void whereNothingHasAllTheWordsWhatHasSomeIsShown() {
        Document page = search(web.anonymous(), "Химерогадська Вигадівська");
        assertThat(page.select("#found-said").text())
                .isEqualTo("Усіх слів «Химерогадська Вигадівська» разом немає ніде. Показуємо, де є деякі з них.");
        assertThat(found(page).get("Органи")).contains("Химерогадська громада", "Вигадівська громада");
    }

    @Test
    void whereThereIsNothingThePageSaysWhatToTry() {
        Document page = search(web.anonymous(), "кзшьфжц");
        assertThat(page.select("#found-said").text()).isEqualTo("За запитом «кзшьфжц» нічого немає.");
        assertThat(page.select("#found li").eachText()).hasSize(3);
        assertThat(found(page)).isEmpty();
    }

    @Test
    void beforeAnythingIsAskedThePageSaysWhatCanBe() {
        Document page = web.anonymous().get("/search").page();
        assertThat(page.select("#found").text()).isEqualTo("Пишіть: знайдене з’являтиметься під рядком.");
        assertThat(page.select("#found-said").text()).isEmpty();
        assertThat(page.select("input[name=q][autofocus]")).hasSize(1);
        assertThat(page.select("header input")).isEmpty();
    }

    @Test
    void moreOfOneKindIsOneLinkAway() {
        Document page = search(web.anonymous(), "громада");
        assertThat(found(page).get("Органи")).hasSize(6);
        assertThat(page.select("#found h2 .g-found-n").first().text()).isEqualTo("перші 6");
        String more = page.select("#found section > p a").first().attr("href");
        assertThat(more).isEqualTo(path("громада") + "&kind=body");
        Document all = web.anonymous().get(more).page();
        assertThat(found(all).get("Органи")).hasSize(50);
        assertThat(all.select("#found section > p").text())
                .isEqualTo("Показуємо найближче. Щоб знайти решту, додайте слово.");
        assertThat(all.select("#found > p a").attr("href")).isEqualTo(path("громада"));
        assertThat(web.anonymous().get(path("громада") + "&kind=nonsense").status())
                .isEqualTo(200);
    }

    @Test
    void aScriptGetsThePartThatChanges() {
        Web.Answer part = web.anonymous().get(path("Химерогадська"), SCRIPT);
        assertThat(part.status()).isEqualTo(200);
        assertThat(part.body()).doesNotContain("<html").contains("hx-swap-oob=\"innerHTML:#found-said\"");
        Document page = search(web.anonymous(), "Химерогадська");
        assertThat(part.page().select("section").outerHtml())
                .isEqualTo(page.select("#found section").outerHtml());
        assertThat(part.page().select("p[hx-swap-oob]").text())
                .isEqualTo(page.select("#found-said").text());
        assertThat(String.valueOf(part.response().headers().allValues("Vary"))).contains("HX-Request");
        assertThat(part.header("Cache-Control")).isEqualTo("no-store");
        assertThat(web.anonymous().get("/search?q=", SCRIPT).page().select("section"))
                .isEmpty();
    }

    @Test
    void everyPageHasTheFieldAndPublicOnesToo() {
        for (String path : List.of("/about", "/bodies", "/sign-in", "/")) {
            Document page = web.anonymous().get(path).page();
            assertThat(page.select("header form[action=/search] input[name=q]"))
                    .as(path)
                    .hasSize(1);
            assertThat(page.select("header label[for=q]").text()).isEqualTo("Пошук у Glasnik");
            assertThat(page.select("header a[href=/search]").text()).isEqualTo("Пошук");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*:*",
                "/.*/",
                "AND OR NOT",
                "\"",
                "(((",
                "\\",
                "%",
                "\0",
                "\uFFFF",
                "name:*",
                "[a TO z]",
                "~2",
                "***",
                "ь",
                "<script>alert(1)</script>",
                "' or 1=1 --",
                "\u202Eнавпаки",
                "🙂🙂"
            })
    void oddInputIsJustWords(String words) {
        for (String kind : List.of("", "&kind=body")) {
            assertThat(web.anonymous().get(path(words) + kind).status()).isEqualTo(200);
            assertThat(web.as("operator").get(path(words) + kind, SCRIPT).status())
                    .isEqualTo(200);
        }
        assertThat(web.anonymous().get(path(words)).body()).doesNotContain("<script>alert");
    }

    @Test
    void aVeryLongTextIsCut() {
        Document page = search(web.anonymous(), "вигадівська ".repeat(30));
        assertThat(page.select("input[name=q]").attr("value")).hasSizeLessThanOrEqualTo(200);
        assertThat(found(page).get("Органи")).isNotEmpty();
        assertThat(search(web.anonymous(), "я".repeat(600))
                        .select("#found-said")
                        .text())
                .startsWith("За запитом «яяя");
    }

    /** A rate limit and one statement for each kind of which something is proposed, whatever the number. */
    @Test
    void howManyAreFoundCostsNothing() {
        jdbc.sql("""
                        insert into registry.body (code, kind, parent_id, name_uk, name_en)
                        select 'Q-' || n, 'school', (select id from registry.body where code = 'VK-01-003'),
                               case when n = 1 then 'Однорогівська ' when n <= 4 then 'Трирогівська ' else 'Многорогівська ' end || n, ''
                        from generate_series(1, 304) n""").update();
        indexing.catchUp();
        Map<String, Integer> statements = new java.util.LinkedHashMap<>();
        for (String words : List.of("однорогівська", "трирогівська", "многорогівська")) {
            for (String kind : List.of("", "&kind=body")) {
                Web visitor = web.anonymous();
                visitor.get(path(words) + kind);
                visitor.statements();
                assertThat(visitor.get(path(words) + kind).page().select("#found li a"))
                        .hasSize(words.startsWith("одно") ? 1 : words.startsWith("три") ? 3 : kind.isEmpty() ? 6 : 50);
                statements.put(words + kind, visitor.statements().size());
            }
        }
        jdbc.sql("delete from registry.body where code like 'Q-%'").update();
        assertThat(statements.values()).containsOnly(3);
    }

    @Test
    void whoAsksTooOftenWaits() {
        Web visitor = web.anonymous();
        jdbc.sql("delete from platform.rate_limit").update();
        for (int i = 0; i < 3000; i++) {
            limits.take("search-machine", "7f000001");
        }
        assertThat(visitor.get(path("громада")).status()).isEqualTo(429);
        Web.Answer part = visitor.get(path("громада"), SCRIPT);
        assertThat(part.status()).isEqualTo(429);
        assertThat(part.page().text()).isEqualTo("Забагато запитів із вашої мережі. Зачекайте хвилину й шукайте далі.");
        assertThat(visitor.get("/search").status()).isEqualTo(200);
        assertThat(web.as("resident").get(path("громада")).status()).isEqualTo(200);
        jdbc.sql("delete from platform.rate_limit").update();
        assertThat(visitor.get(path("громада")).status()).isEqualTo(200);
    }
}
