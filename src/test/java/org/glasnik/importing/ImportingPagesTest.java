package org.glasnik.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.SharedData;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Official pages come in from a table, in any spelling of their addresses, and go again. */
@GlasnikTest
class ImportingPagesTest {

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    private List<String> pages() {
        return jdbc.sql("""
                        select p.platform || ' ' || p.key || ' ' || b.code || ' ' || p.status || ' ' || coalesce(p.category, '-') || ' '
                               || array_to_string(p.languages, '+') || ' ' || p.purpose || ' ' || coalesce(p.opened_on::text, '-') || ' '
                               || coalesce((select max(r.seen_on)::text from officialpage.review r where r.page_id = p.id), '-') || ' '
                               || coalesce((select w.name from officialpage.responsible r join identity.person w on w.id = r.person_id
                                            where r.page_id = p.id), '-')
                        from officialpage.page p join registry.body b on b.id = p.body_id where p.deleted_at is null order by 1""").query(String.class).list();
    }

    private static List<String> why(Importing done, String fate) {
        return done.page("?fate=" + fate).page().select("table.g-list tbody tr").stream()
                .map(row ->
                        row.select("td").first().text() + " " + row.select("li").eachText())
                .toList();
    }

    private static final String FILE = """
            Адреса;Код органу;Навіщо вона;Категорія;Мови;Пошта відповідальної особи;Відкрито;Переглянуто
            https://m.facebook.com/nova.storinka/posts/5;VK-01-002;Новини;активна;Ukrainian, srpski;o.prykladna@vyhadivska.example;01.02.2024;2027-03-01
            https://www.facebook.com/NovaStorinka;VK-01-002;Інше;;;;;
            https://www.facebook.com/glasnik_demo_vyhadivka;VK-01-002;Новe призначення;;;;;08.03.2027
            https://t.me/s/glasnik_demo_vyhadivka;;;;;b.zrazkovyi@vyhadivska.example;;
            https://www.instagram.com/glasnik_demo_vyhadivka;VK-01-002;;;;;;2020-01-01
            https://vk.соm/x;VK-01-002;;;;;;
            https://t.me/nova;VK-01-001;;;;;;
            https://t.me/nova2;VK-01-002;;;klingon;x@nowhere.example;soon;2099-01-01
            https://t.me/glasnik_demo_domysliv;VK-01-002;;;;;;
            """;

    @Test
    void pagesComeInAndGoAgain() {
        jdbc.sql("update registry.body set keeper_id = ? where code = 'VK-01-002'")
                .param(Cast.body(jdbc, "CN-00-002").value())
                .update();
        List<String> before = pages();
        Web organiser = web.as("organiser");
        Importing done = Importing.of(organiser, "pages", "pages.csv", FILE).columns(Map.of());
        assertThat(why(done, "refused"))
                .containsExactly(
                        "3 [Адреса сторінки: Залиште один рядок із цією адресою: вона вже є в рядку 2]",
                        "7 [Адреса сторінки: Адреса лише схожа на vk.com, а веде на vk.xn--m-0tbi: перевірте, звідки вона]",
                        "8 [Код органу: Органу з кодом VK-01-001 немає або його сторінки ведуть інші: знайдіть код у реєстрі]",
                        "9 [Відкрито: Виберіть день у календарі, Мови: Залиште коди мов, наприклад hu, щонайбільше десять, "
                                + "Пошта відповідальної особи: Виберіть людину, яка працює в органі або веде його запис, "
                                + "Переглянуто: Виберіть сьогоднішній день або минулий]",
                        "10 [Адреса сторінки: Приберіть рядок: цю сторінку ведуть інші]");
        assertThat(why(done, "changed"))
                .containsExactly(
                        "4 [Навіщо вона: Новини громади, відключення, графіки Новe призначення, Переглянуто: 2026-11-09 2027-03-08, "
                                + "змішані літери У слові «Новe» чужі літери: e. Звичне написання: Нове]",
                        "5 [Пошта відповідальної особи: Богдан Зразковий]");
        assertThat(done.counts()).containsExactly(1, 2, 1, 5);
        assertThat(pages()).isEqualTo(before);
        done.apply();
        List<String> after = pages();
        assertThat(after)
                .contains(
                        "facebook novastorinka VK-01-002 live active uk+sr Новини 2024-02-01 2027-03-01 Оксана Прикладна")
                .hasSize(before.size() + 1);
        assertThat(jdbc.sql("select verb from deed.deed where object_kind = 'page' and actor_id = ? order by id")
                        .param(Cast.person(jdbc, "organiser").value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "webpage.added",
                        "webpage.answering",
                        "webpage.reviewed",
                        "webpage.changed",
                        "webpage.reviewed",
                        "webpage.answering",
                        "webpage.answering");
        done.undo();
        assertThat(pages()).isEqualTo(before);
        Importing again = Importing.of(organiser, "pages", "pages.csv", FILE).columns(Map.of());
        again.apply();
        assertThat(pages()).isEqualTo(after);
        // What somebody has touched since stays.
        jdbc.sql("update officialpage.page set version = version + 1 where key = 'novastorinka'")
                .update();
        again.undo();
        assertThat(pages())
                .hasSize(before.size() + 1)
                .contains(after.stream()
                        .filter(p -> p.contains("novastorinka"))
                        .findFirst()
                        .orElseThrow());
        jdbc.sql("delete from officialpage.page where key = 'novastorinka'").update();
        jdbc.sql("update registry.body set keeper_id = null where code = 'VK-01-002'")
                .update();
        assertThat(pages()).isEqualTo(before);
    }

    /** An export of the list comes in again, and changes nothing. */
    @Test
    void anExportComesInAgain() {
        Web operator = web.as("operator").in("en");
        byte[] file = operator.get("/pages.csv?status=live&raw=1").bytes();
        Importing done = Importing.of(operator, "pages", "pages.csv", file).columns(Map.of("responsible", ""));
        assertThat(why(done, "refused")).isEmpty();
        assertThat(why(done, "changed")).isEmpty();
        assertThat(done.counts())
                .isEqualTo(List.of(
                        0,
                        0,
                        new String(file, StandardCharsets.UTF_8)
                                        .lines()
                                        .toList()
                                        .size()
                                - 1,
                        0));
    }

    /** A real register of 410 accounts of ten agencies: what it brings, what it says twice, and gone again. */
    @Test
    void aRealRegisterComesInAndGoesAgain() {
        Path accounts = SharedData.file("pages/usdr_commerce_accounts_2017.json");
        List<String> before = pages();
        List<String> lines = new ArrayList<>(
                List.of("service_url;bodyCode;short_description;organization;language;created_at;updated_at"));
        for (JsonNode account : JsonMapper.builder().build().readTree(accounts.toFile())) {
            lines.add(List.of(
                            account.get("service_url").asString(),
                            "US-" + account.get("agencies").get(0).get("id").asInt(),
                            account.get("short_description").asString(""),
                            account.get("organization").asString(""),
                            account.get("language").asString(""),
                            account.get("created_at").asString(),
                            account.get("updated_at").asString())
                    .stream()
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(";")));
            jdbc.sql(
                            "insert into registry.body (code, kind, name_en, jurisdiction) values (?, 'agency', ?, 'US') on conflict do nothing")
                    .params(
                            "US-" + account.get("agencies").get(0).get("id").asInt(),
                            account.get("agencies").get(0).get("name").asString())
                    .update();
        }
        Web operator = web.as("operator").in("en");
        long started = System.nanoTime();
        Importing done = Importing.of(operator, "pages", "accounts.csv", String.join("\n", lines))
                .columns(Map.of());
        List<Integer> counts = done.counts();
        long judged = System.nanoTime();
        if (counts.get(3) > 0) {
            System.out.println(why(done, "refused"));
        }
        assertThat(counts.get(0) + counts.get(1) + counts.get(2) + counts.get(3))
                .isEqualTo(410);
        assertThat(counts.get(0)).isEqualTo(393);
        done.apply();
        long written = System.nanoTime();
        assertThat(pages()).hasSize(before.size() + 393);
        done.undo();
        assertThat(pages()).isEqualTo(before);
        System.out.printf(
                "410 accounts: judged in %d ms, written in %d ms%n",
                (judged - started) / 1_000_000, (written - judged) / 1_000_000);
        jdbc.sql("delete from registry.body where code like 'US-%'").update();
    }
}
