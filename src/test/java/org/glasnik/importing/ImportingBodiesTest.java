package org.glasnik.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies come in from a table, change, and go again, all through the screens. */
@GlasnikTest
class ImportingBodiesTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    private String register() {
        return Directory.register(jdbc);
    }

    private List<String> why(Importing done, String fate) {
        return done.page("?fate=" + fate).page().select("table.g-list tbody tr").stream()
                .map(row ->
                        row.select("td").first().text() + " " + row.select("li").eachText())
                .toList();
    }

    @Test
    void aFileComesInGoesOutAndComesInAgainTheSame() {
        String before = register();
        String file = """
                Код;Назва;Вид;Входить до;Населення;Телефон;Створено
                IM-2;Друга громада;громада;IM-1;12 480;+380 41 200 00 01;31.12.2020
                IM-1;Імпортована область;область;;;;
                IM-3;Вiйтовецька громада;громада;IM-1;;;
                """;
        Web operator = web.as("operator");
        Importing done = Importing.of(operator, "bodies", "органи.csv", file.getBytes(Charset.forName("windows-1251")))
                .columns(Map.of("nameUk", "Назва", "parent", "Входить до", "jurisdiction-all", "UA"));
        assertThat(done.page().page().select(".g-head .g-lead").text()).startsWith("Ось що станеться");
        assertThat(done.counts()).containsExactly(3, 0, 0, 0);
        assertThat(why(done, "flagged"))
                .containsExactly(
                        "4 [змішані літери У слові «Вiйтовецька» чужі літери: i. Звичне написання: Війтовецька]");
        assertThat(register()).isEqualTo(before);
        done.apply();
        String after = register();
        assertThat(after).contains("IM-2|hromada|IM-1|Друга громада||||12480|||+380 41 200 00 01||UA|{}||2020-12-31");
        assertThat(jdbc.sql(
                                "select count(*) from deed.deed d join registry.body b on b.id = d.object_id where verb = 'body.added' and code like 'IM-%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        done.undo();
        assertThat(register()).isEqualTo(before);
        assertThat(done.page().page().select(".g-head .g-lead").text()).isEqualTo("Імпорт скасовано.");
        Importing again = Importing.of(operator, "bodies", "органи.csv", file)
                .columns(Map.of("jurisdiction-all", "UA"))
                .apply();
        assertThat(register()).isEqualTo(after);
        // The columns were remembered; the same once more changes nothing.
        Importing same = Importing.of(operator, "bodies", "органи.csv", file).columns(Map.of("jurisdiction-all", "UA"));
        assertThat(same.counts()).containsExactly(0, 0, 3, 0);
        again.undo();
        assertThat(register()).isEqualTo(before);
    }

    @Test
    void eachRowIsToldWhatHinders() {
        Importing done = Importing.of(web.as("operator").in("en"), "bodies", "b.csv", """
                        code,name_en,kind,parent,population,endedOn
                        ,Nameless,city,,,
                        R-1,,city,,,
                        R-2,Two,castle,,many,
                        R-3,Three,city,R-2,,
                        R-4,Four,city,R-3,,
                        R-5,Five,city,R-6,,
                        R-6,Six,city,R-5,,
                        R-7,Seven,city,,,
                        R-7,Seven again,city,,,
                        R-7,Seven,city,,,
                        """)
                .columns(Map.of());
        assertThat(why(done, "refused"))
                .containsExactly(
                        "2 [Code: Fill in this field]",
                        "3 [Name in Ukrainian: Write the name in at least one language]",
                        "4 [Kind: Choose one from the list, Population: Write the number of people in figures, for example 12,480]",
                        "5 [Code of the body above: No body has the code R-2: look it up in the register]",
                        "6 [Code of the body above: No body has the code R-3: look it up in the register]",
                        "7 [Code of the body above: No body has the code R-6: look it up in the register]",
                        "8 [Code of the body above: Choose another body above: this one stands under the body that you are changing]",
                        "10 [Code: Take the row out or correct the code: row 9 has the same]");
        assertThat(done.counts()).containsExactly(1, 0, 1, 8);
    }

    @Test
    void someRowsMayBeLeftOut() {
        String before = register();
        Web operator = web.as("operator").in("en");
        Importing done = Importing.of(operator, "bodies", "b.csv", """
                        code,name_en,kind
                        S-1,One,city
                        S-2,Two,castle
                        """).columns(Map.of());
        String id = done.href().substring("/imports/".length());
        // The button says that it leaves a row out; whoever does not say so changes nothing.
        assertThat(done.page()
                        .page()
                        .select("form[action$=/application] button")
                        .text())
                .isEqualTo("Import 1 row without 1 that is refused");
        done.apply();
        assertThat(register()).isNotEqualTo(before);
        assertThat(jdbc.sql("select state from importing.import where id::text = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("applied");
        done.undo();
        assertThat(register()).isEqualTo(before);
    }

    @Test
    void aChangeIsShownAndTakenBackUnlessSomeoneHasChangedItSince() {
        Web operator = web.as("operator").in("en");
        String before = register();
        Importing done = Importing.of(operator, "bodies", "b.csv", """
                        code,kind,population,site
                        VK-01-001,hromada,77777,new.example
                        VK-01-002,hromada,88888,
                        """).columns(Map.of());
        assertThat(why(done, "refused")).isEmpty();
        assertThat(done.counts()).containsExactly(0, 2, 0, 0);
        assertThat(why(done, "changed").getFirst())
                .contains("Population: ")
                .contains("77777")
                .contains("https://new.example");
        done.apply();
        assertThat(register()).contains("|77777|https://new.example|").contains("|88888|");
        String other = "/bodies/" + Cast.body(jdbc, "VK-01-002");
        operator.submit(other + "/edit", other, Map.of("population", "99999"));
        done.undo();
        assertThat(why(done, "kept")).hasSize(1);
        assertThat(done.page().page().select(".g-find").text())
                .isEqualTo("1 row stays: someone has changed the thing since, or refers to it.");
        String population = jdbc.sql("select population::text from registry.body where code = 'VK-01-002'")
                .query(String.class)
                .single();
        assertThat(population).isEqualTo("99999");
        operator.submit(other + "/edit", other, Map.of("population", before(before, "VK-01-002")));
        assertThat(register()).isEqualTo(before);
    }

    private static String before(String register, String code) {
        return register.lines()
                .filter(line -> line.startsWith(code + "|"))
                .findFirst()
                .orElseThrow()
                .split("\\|")[7];
    }

    /** What was said yes to is what is done: the control is the register that has changed in between. */
    @Test
    void whatChangesBetweenTheLookAndTheYesIsShownAnew() {
        Web operator = web.as("operator").in("en");
        String table = """
                code,kind,population
                VK-01-003,city,55555
                """;
        Importing done = Importing.of(operator, "bodies", "b.csv", table).columns(Map.of());
        String other = "/bodies/" + Cast.body(jdbc, "VK-01-003");
        operator.submit(other + "/edit", other, Map.of("population", "44444"));
        done.apply();
        assertThat(done.page().page().select(".g-find.stop").text()).startsWith("The register has changed since");
        assertThat(why(done, "changed")).containsExactly("2 [Kind: hromada city, Population: 44444 55555]");
        done.apply();
        assertThat(done.page().page().select(".g-lead").text()).isEqualTo("Imported.");
        done.undo();
    }

    @Test
    void anOrganiserImportsWhatItKeeps() {
        Web organiser = web.as("organiser").in("en");
        Importing done = Importing.of(organiser, "bodies", "b.csv", """
                        code,name_en,kind
                        O-1,Kept,city
                        VK-01-001,Stranger,hromada
                        """).columns(Map.of());
        assertThat(why(done, "refused"))
                .containsExactly("3 [Code: Ask whoever keeps this record: you may not change it]");
        done.apply();
        assertThat(jdbc.sql(
                                "select k.code from registry.body b join registry.body k on k.id = b.keeper_id where b.code = 'O-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("CN-00-002");
        assertThat(web.as("organiser2").get(done.href()).status()).isEqualTo(404);
        assertThat(web.as("organiser2").get("/imports").page().select("table")).isEmpty();
        assertThat(web.as("operator").get(done.href()).status()).isEqualTo(200);
        done.undo();
    }

    /** What is exported comes in again, in every format and language, and changes nothing. */
    @ParameterizedTest
    @CsvSource({"en,csv", "uk,xlsx", "sr,json", "sr-Latn,csv", "ru,xlsx"})
    void theOwnExportComesInAndIsTheSame(String language, String format) {
        jdbc.sql("""
                        update registry.body set ending = 'merged', ended_on = '2025-01-01' where code = 'VK-01-009'""").update();
        jdbc.sql("""
                        insert into registry.successor (body_id, successor_id)
                        select b.id, s.id from registry.body b, registry.body s
                        where b.code = 'VK-01-009' and s.code in ('VK-01-007', 'VK-01-008')
                        on conflict do nothing""").update();
        Web operator = web.as("operator").in(language);
        byte[] register = operator.get("/bodies." + format).bytes();
        assertThat(operator.get("/bodies.json?state=ended").body()).contains("VK-01-007; VK-01-008");
        Importing done =
                Importing.of(operator, "bodies", "bodies." + format, register).columns(Map.of("keeper", ""));
        assertThat(why(done, "refused")).isEmpty();
        assertThat(why(done, "changed")).isEmpty();
        assertThat(done.counts().getFirst()).isZero();
        assertThat(done.counts().get(2))
                .isEqualTo((int) Directory.register(jdbc).lines().count());
        jdbc.sql("delete from registry.successor").update();
        jdbc.sql("update registry.body set ending = null, ended_on = null").update();
    }
}
