package org.glasnik.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an import of pages keeps of people, and what taking it back may do. */
@GlasnikTest
class PageImportLimitsTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    /** Whatever becomes of a row, erasure finds the address in it; and a row speaks of nobody but whom it names. */
    @Test
    void everyRowTellsWhoseAddressStandsInIt() {
        Importing done =
                Importing.of(web.as("operator"), "pages", "pages.csv", """
                        Адреса;Код органу;Пошта відповідальної особи;Мови
                        https://t.me/lyst_odyn;VK-01-002;O.Prykladna@vyhadivska.example;en, uk
                        https://t.me/lyst_odyn;VK-01-002;O.Prykladna@vyhadivska.example;en, uk
                        https://t.me/lyst_dva;XX-77;nobody@nowhere.example;
                        https://t.me/lyst_dva;XX-77;nobody@nowhere.example;
                        """).columns(Map.of());
        assertThat(done.counts()).as("what repeats a refused row is refused").containsExactly(1, 0, 1, 2);
        assertThat(jdbc.sql("""
                        select r.about_mail || case when r.about_id is null then '' else ' known' end
                        from importing.row r join importing.import i on i.id = r.import_id
                        where i.id = (select id from importing.import order by created_at desc, id desc limit 1)
                        order by r.number""").query(String.class).list())
                .containsExactly(
                        "o.prykladna@vyhadivska.example known",
                        "o.prykladna@vyhadivska.example known",
                        "nobody@nowhere.example",
                        "nobody@nowhere.example");
    }

    /** What the importer may no more change is not changed by taking the import back. */
    @Test
    void undoAsksTheRightsOfToday() {
        setKeeper("VK-01-003", "CN-00-002");
        Importing done = Importing.of(web.as("organiser"), "pages", "pages.csv", """
                        Адреса;Код органу;Мови
                        https://t.me/skasuvaty;VK-01-003;en, uk
                        """)
                .columns(Map.of())
                .apply();
        Importing other =
                Importing.of(web.as("organiser"), "pages", "pages.csv", """
                        Адреса;Код органу
                        https://t.me/skasuvaty;VK-01-003
                        """).columns(Map.of());
        assertThat(other.counts()).as("languages in another order are the same").containsExactly(0, 0, 1, 0);
        setKeeper("VK-01-003", "CN-00-003");
        done.undo();
        assertThat(jdbc.sql("select count(*) from officialpage.page where key = 'skasuvaty'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("delete from officialpage.page where key = 'skasuvaty'").update();
        setKeeper("VK-01-003", null);
    }

    private void setKeeper(String body, @Nullable String keeper) {
        jdbc.sql("update registry.body set keeper_id = (select id from registry.body where code = ?) where code = ?")
                .params(Arrays.asList(keeper, body))
                .update();
    }
}
