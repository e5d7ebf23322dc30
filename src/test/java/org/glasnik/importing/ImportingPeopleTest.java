package org.glasnik.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and their seats come in from a table and go again; nobody learns by it who has an account. */
@GlasnikTest
class ImportingPeopleTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    private String people() {
        return jdbc.sql("""
                        select string_agg(p.mail_key || ' ' || p.name || ' ' || coalesce(
                                   (select string_agg(b.code || ':' || m.seat || ':' || m.since, ',' order by b.code, m.seat)
                                    from identity.membership m join registry.body b on b.id = m.body_id
                                    where m.person_id = p.id and m.until is null), ''), E'\n' order by p.mail_key)
                        from identity.person p where p.deleted_at is null""").query(String.class).single();
    }

    private List<String> why(Importing done, String fate) {
        return done.page("?fate=" + fate).page().select("table.g-list tbody tr").stream()
                .map(row ->
                        row.select("td").first().text() + " " + row.select("li").eachText())
                .toList();
    }

    @Test
    void peopleTakeSeatsAndLeaveThemAgain() {
        jdbc.sql("update registry.body set keeper_id = ? where code in ('VK-01-005', 'VK-01-006')")
                .param(Cast.body(jdbc, "CN-00-002").value())
                .update();
        jdbc.sql(
                        "delete from identity.membership where body_id in (select id from registry.body where code in ('VK-01-005', 'VK-01-006'))")
                .update();
        String before = people();
        Web organiser = web.as("organiser").in("en");
        String file = """
                Name;E-mail;Body;Seat;Since
                Анна Нова;anna@new.example;VK-01-005;communication manager;01.02.2027
                Анна Нова;anna@new.example;VK-01-006;manager;
                Борис Новий;borys@new.example;VK-01-005;specialist;
                Данило;d.uiavnyi@glasnik.example;VK-01-006;specialist;
                Анна Нова;ANNA@new.example;VK-01-005;manager;
                Вiра;vira@new.example;VK-01-005;manager;
                Гнат;hnat;VK-01-005;manager;
                Ганна;hanna@new.example;VK-01-001;manager;
                Ганна;hanna@new.example;CN-77;king;tomorrow
                """;
        Importing done = Importing.of(organiser, "people", "people.csv", file)
                .columns(Map.of("body", "Body", "seat", "Seat", "since", "Since"));
        assertThat(why(done, "refused"))
                .containsExactly(
                        "7 [Seat: Keep one person: row 2 fills this seat already, Mixed letters “Вiра” has letters of another script: i. Usually: Віра]"
                                .replace("Mixed letters “", "mixed letters “"),
                        "8 [Mail address: Write the whole address, for example press@town.example]",
                        "9 [Seat: Choose another seat: you may not fill this one]",
                        "10 [Code of the body: Look the code up in the register: no body has the code “CN-77”, Seat: Choose one from the list, Since: "
                                + jdbcText("identity.error.day") + "]");
        assertThat(done.counts()).containsExactly(4, 0, 1, 4);
        assertThat(people()).isEqualTo(before);
        done.apply();
        assertThat(people())
                .contains("anna@new.example Анна Нова VK-01-005:manager:2027-02-01,VK-01-006:manager:2027-03-08")
                // Whoever has an account keeps the own name.
                .contains("d.uiavnyi@glasnik.example Данило Уявний")
                .contains("VK-01-006:specialist:2027-03-08");
        String after = people();
        done.undo();
        assertThat(people()).isEqualTo(before);
        Importing.of(organiser, "people", "people.csv", file)
                .columns(Map.of("body", "Body", "seat", "Seat", "since", "Since"))
                .apply();
        assertThat(people()).isEqualTo(after);
    }

    private String jdbcText(String key) {
        return new org.glasnik.platform.Texts().text(org.glasnik.platform.Language.EN, key);
    }

    /** The control: the same row for a body that lives. */
    @Test
    void nobodyIsSeatedInABodyThatHasEnded() {
        jdbc.sql("update registry.body set ending = 'abolished', ended_on = '2025-01-01' where code = 'VK-01-008'")
                .update();
        Importing done = Importing.of(web.as("operator").in("en"), "people", "people.csv", """
                        Name;E-mail;Body;Seat
                        Анна Пізня;late@new.example;VK-01-008;specialist
                        Анна Рання;early@new.example;VK-01-007;specialist
                        """)
                .columns(Map.of());
        assertThat(why(done, "refused"))
                .singleElement()
                .asString()
                .contains("The body VK-01-008 has ended: choose one that goes on with its work");
        assertThat(done.counts()).containsExactly(1, 0, 0, 1);
    }
}
