package org.glasnik.namematch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glasnik.access.BodyId;
import org.glasnik.platform.Language;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bringing a list, reading what was found, deciding the rest, once. */
@GlasnikTest
class MatchingPagesTest {
    private static final String START = "/bodies/matching";

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    NameLists lists;

    @Autowired
    NameMatching matching;

    private String paste(Web browser, String names) {
        Web.Answer answer = browser.submit(START, START, Map.of("names", names));
        assertThat(answer.status()).as(answer.page().select(".g-errors").text()).isEqualTo(302);
        return answer.location();
    }

    /** "row name | result | what stands in the last cell". */
    private static List<String> rows(Web.Answer page) {
        return page.page().select("table.g-list tbody tr").stream()
                .map(tr -> tr.select("td").get(0).text() + " " + tr.select("th").text() + " | "
                        + tr.select("td").get(1).text() + " | "
                        + tr.select("td").get(2).text())
                .toList();
    }

    @Test
    void pastedNamesFindTheirBodies() {
        Web browser = web.as("organiser").in("en");
        String list = paste(browser, """
                Вигадівська територіальна громада
                м. Домислів\tВигадана область

                Небувалськa громада; Вигадана область; Домислівський район
                Йцукенгська громада
                """.replace("\t", ";"));
        Web.Answer shown = browser.get(list);
        assertThat(shown.page().select(".g-lead").text()).isEqualTo("2 names wait for you, of 4.");
        assertThat(rows(shown))
                .isEqualTo(List.of(
                        "1 Вигадівська територіальна громада | exact | Vyhadivka hromada, Domysliv district VK-01-002",
                        "2 м. Домислів Вигадана область | exact | City of Domysliv, Domysliv district VK-01-001",
                        "4 Небувалськa громада Вигадана область, Домислівський район | likely | Likely: Nebuvalivka hromada, Domysliv district VK-01-003"
                                + " 2 letters differ · lies in “Вигадана область” · lies in “Домислівський район”",
                        rows(shown).get(3)));
        assertThat(rows(shown).get(3)).startsWith("5 Йцукенгська громада | not found | ");
        assertThat(browser.get(list + "?fate=likely").page().select("tbody tr")).hasSize(1);
        assertThat(browser.get(list + "?text=домис").page().select("tbody th").text())
                .startsWith("м. Домислів");
    }

    /** Decided by one, it holds for all; taken back, it is open again for all. */
    @Test
    void aDecisionIsRememberedAndCanBeTakenBack() {
        Web first = web.as("organiser").in("en");
        String list = paste(first, "Чужа назва громади;Вигадана область\nДруга чужа назва");
        String line = list + "/lines/1";
        Web.Answer next = first.submit(line, line + "/decision", Map.of("choice", "code", "code", "vk-01-004"));
        assertThat(next.location()).isEqualTo(list + "/lines/2");
        assertThat(first.get(next.location()).page().select(".g-notice").text())
                .startsWith("“Чужа назва громади” is Nebylytsi hromada, VK-01-004: remembered");
        assertThat(first.submit(list + "/lines/2", list + "/lines/2/decision", Map.of("choice", "none"))
                        .location())
                .isEqualTo(list);
        assertThat(first.get(list).page().select(".g-lead").text()).isEqualTo("All 2 names have their answer.");

        Web second = web.as("organiser2").in("en");
        String other = paste(second, "ЧУЖА  назва громади;Вигадана  область\nЧужа назва громади\nдруга чужа назва");
        assertThat(rows(second.get(other))).satisfies(rows -> {
            assertThat(rows.get(0))
                    .isEqualTo("1 ЧУЖА назва громади Вигадана область | decided | Nebylytsi hromada, Domysliv district"
                            + " VK-01-004 Decided by " + name("organiser") + ", 8 March 2027");
            // In no place at all it is another question.
            assertThat(rows.get(1)).startsWith("2 Чужа назва громади | not found");
            assertThat(rows.get(2)).startsWith("3 друга чужа назва | decided | None of the register Decided by");
        });
        assertThat(matching.match(
                        List.of(
                                new NameLine("Чужа назва громади", List.of("Вигадана область")),
                                new NameLine("Друга чужа назва", List.of())),
                        Language.EN))
                .extracting(NameMatch::verdict, NameMatch::decided, NameMatch::body)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Verdict.EXACT, true, Cast.body(jdbc, "VK-01-004")),
                        org.assertj.core.groups.Tuple.tuple(Verdict.NONE, true, null));

        Web.Answer anew = first.submit(line, line + "/decision", Map.of("choice", "code", "code", "VK-01-005"));
        assertThat(rows(second.get(other)).getFirst()).contains("VK-01-005");
        Web.Answer notice = first.get(anew.location());
        first.submit(notice, notice.page().select(".g-notice form").attr("action"), Map.of());
        assertThat(rows(second.get(other)).getFirst())
                .as("what held before holds again")
                .contains("VK-01-004");

        String decisions = START + "/decisions";
        Web.Answer all = second.get(decisions + "?text=" + "%D1%87%D1%83%D0%B6%D0%B0");
        assertThat(all.page().select("tbody th").eachText()).contains("Чужа назва громади Вигадана область");
        String removal = all.page().select("tbody form").stream()
                .filter(f -> f.text().contains("Чужа"))
                .findFirst()
                .orElseThrow()
                .attr("action");
        Web.Answer forgotten = second.submit(all, removal, Map.of());
        assertThat(rows(second.get(other)).getFirst()).contains("not found");
        second.submit(second.get(forgotten.location()), removal + "/undo", Map.of());
        assertThat(rows(second.get(other)).getFirst()).contains("VK-01-004");
    }

    private String name(String key) {
        return jdbc.sql("select name from identity.person where id = ?")
                .param(Cast.person(jdbc, key).value())
                .query(String.class)
                .single();
    }

    @Test
    void likelyOnesAreAcceptedAtOneGoAndTakenBackAtOneGo() {
        Web browser = web.as("organiser").in("en");
        String list =
                paste(browser, "Вигадвська громада\nНебилицкa громада\nВигадвська громада\nХимерогадська громада");
        assertThat(browser.get(list + "?fate=likely").page().select("tbody tr")).hasSize(3);
        int decided = count("namematch.decision");
        int told = count("deed.deed where verb = 'match.decided'");
        assertThat(browser.submit(list, list + "/likely", Map.of()).location()).isEqualTo(list);
        Web.Answer after = browser.get(list);
        assertThat(after.page().select(".g-lead").text()).isEqualTo("All 4 names have their answer.");
        // One name that stands there twice is decided once.
        assertThat(count("namematch.decision")).isEqualTo(decided + 2);
        assertThat(count("deed.deed where verb = 'match.decided'")).isEqualTo(told + 2);
        browser.submit(after, after.page().select(".g-notice form").attr("action"), Map.of());
        assertThat(browser.get(list + "?fate=likely").page().select("tbody tr")).hasSize(3);
    }

    @Test
    void aTableIsReadAndItsColumnsGuessedAndCorrected() {
        Web browser = web.as("operator").in("en");
        byte[] csv = "Код;Область;Громада;Примітка\n1;Вигадана;Вигадівська;Здогадівська\n2;Вигадана;Гаданська;x\n"
                .getBytes(Charset.forName("windows-1251"));
        Web.Answer answer = browser.upload(START, START, Map.of(), "file", "C:\\папка\\громади.csv", csv);
        String list = answer.location();
        Web.Answer shown = browser.get(list);
        assertThat(shown.page().select("h1").text()).isEqualTo("Names: громади.csv");
        assertThat(rows(shown)).hasSize(2).allMatch(row -> row.contains("| exact |"));
        assertThat(shown.page().select("select[name=name] option[selected]").text())
                .isEqualTo("Громада");
        assertThat(shown.page().select("input[name=context][checked]").eachAttr("value"))
                .isEqualTo(List.of("1"));

        browser.submit(shown, list + "/columns", Map.of("name", "3"));
        assertThat(rows(browser.get(list)).getFirst()).startsWith("2 Здогадівська Вигадана | exact | ");
        Web.Answer wrong = browser.post(list + "/columns", Map.of("name", "99", "_csrf", token(shown)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".g-errors li").text()).isEqualTo("Names stand in: Choose one from the list");
    }

    private static String token(Web.Answer page) {
        return page.page().select("input[name=_csrf]").attr("value");
    }

    @Test
    void aListIsTakenAwayWithItsOwnColumnsAndWhatWasFound() throws Exception {
        Web browser = web.as("organiser").in("en");
        byte[] csv = "Громада,Телефон\n=Вигадівська громада,+380 1\nПрипущнська громада,2\n"
                .getBytes(StandardCharsets.UTF_8);
        String list =
                browser.upload(START, START, Map.of(), "file", "a.csv", csv).location();
        Web.Answer taken = browser.get(list + ".json");
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        JsonNode json = JsonMapper.builder().build().readTree(taken.body());
        assertThat(json.size()).isEqualTo(2);
        assertThat(json.get(0).propertyNames())
                .containsExactly(
                        "number", "column1", "column2", "fate", "verdict", "code", "body", "offered", "reasons");
        assertThat(json.get(0).get("code").stringValue()).isEqualTo("VK-01-002");
        assertThat(json.get(1).get("verdict").stringValue()).isEqualTo("likely");
        assertThat(json.get(1).get("code").stringValue()).isEmpty();
        assertThat(json.get(1).get("offered").stringValue()).isEqualTo("VK-01-007");
        assertThat(browser.get(list + ".csv?fate=exact").body())
                .isEqualTo(
                        "\ufeffRow,Громада,Телефон,Result,Code of the result,Code,Body,Code offered,Reasons\r\n"
                                + "2,'=Вигадівська громада,'+380 1,exact,exact,VK-01-002,Vyhadivka hromada,,the words are equal\r\n");
        assertThat(browser.get(list + ".xlsx").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|Write at least one name|Names: Fill in this field",
                "a\0b||Names: Remove invisible characters: type the text again",
                " ; ;\t||Names: Write at least one name",
            })
    void whatIsNoListIsRefusedWithWhatWasTyped(String posted) {
        String[] parts = posted.split("\\|", -1);
        Web browser = web.as("organiser").in("en");
        Web.Answer answer = browser.submit(START, START, Map.of("names", parts[0]));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".g-errors li").text()).isEqualTo(parts[2]);
    }

    @Test
    void limitsAreNamed() {
        Web browser = web.as("organiser").in("en");
        String many = "x\n".repeat(5_001);
        assertThat(browser.submit(START, START, Map.of("names", many))
                        .page()
                        .select(".g-errors li")
                        .text())
                .isEqualTo("Names: Bring at most 5,000 names at a time");
        Web.Answer long_ = browser.submit(START, START, Map.of("names", "a\n" + "y".repeat(501)));
        assertThat(long_.page().select(".g-errors li").text()).isEqualTo("Names: Line 2: shorten it to 500 characters");
        assertThat(long_.page().select("textarea").text()).endsWith("yyy");
        assertThat(browser.submit(START, START, Map.of("names", ";x".repeat(100)))
                        .page()
                        .select(".g-errors li")
                        .text())
                .isEqualTo("Names: There are more than 60 columns. Keep only the ones you need");
        Web.Answer pdf =
                browser.upload(START, START, Map.of(), "file", "x.csv", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertThat(pdf.status()).isEqualTo(422);
        assertThat(pdf.page().select("#file-error").text()).startsWith("This is a PDF, not a table.");
        assertThat(browser.upload(START, START, Map.of(), "file", "x.csv", "Назва\n".getBytes(StandardCharsets.UTF_8))
                        .page()
                        .select(".g-errors li")
                        .text())
                .isEqualTo("Or a table: Write at least one name");
    }

    @Test
    void aDecisionWithoutAChoiceOrWithAnUnknownCodeIsRefused() {
        Web browser = web.as("organiser").in("en");
        String list = paste(browser, "Невідома громада");
        String line = list + "/lines/1";
        for (Map<String, String> form : List.of(
                Map.<String, String>of(),
                Map.of("choice", "not-an-id"),
                Map.of("choice", UUID.randomUUID().toString()),
                Map.of("choice", "code", "code", ""),
                Map.of("choice", "code", "code", "X\0"),
                Map.of("choice", "none", "code", "VK-01-002"),
                Map.of("choice", "code", "code", "NO-SUCH"))) {
            Map<String, String> fields = new java.util.HashMap<>(form);
            fields.put("_csrf", token(browser.get(line)));
            Web.Answer answer = browser.post(line + "/decision", fields);
            assertThat(answer.status()).as(form.toString()).isEqualTo(422);
            assertThat(answer.page().select(".g-errors li")).hasSize(1);
        }
        assertThat(browser.get(list + "/lines/99").status()).isEqualTo(404);
        assertThat(browser.get(list + "/lines/x").status()).isEqualTo(404);
        assertThat(browser.get(START + "/not-an-id").status()).isEqualTo(404);
        assertThat(web.as("operator").get(list).status()).isEqualTo(404);
    }

    @Test
    void aListIsDeletedAndComesBackAndGoesAfterThirtyDays() {
        Web browser = web.as("organiser2").in("en");
        assertThat(browser.get(START).page().select("section p").first().text())
                .isEqualTo("You have brought no list yet. The first one will stand here.");
        String list = paste(browser, "Вигадівська громада");
        Web.Answer deleted = browser.submit(START, list + "/deletion", Map.of());
        assertThat(browser.get(list).status()).isEqualTo(404);
        browser.submit(browser.get(deleted.location()), list + "/deletion/undo", Map.of());
        assertThat(browser.get(list).status()).isEqualTo(200);
        int before = count("namematch.line");
        assertThat(lists.purge()).isZero();
        clock.advance(Duration.ofDays(30));
        try {
            assertThat(browser.get(list).status()).isEqualTo(404);
            assertThat(lists.purge()).isPositive();
            assertThat(count("namematch.line")).isZero();
            assertThat(before).isPositive();
        } finally {
            clock.set(TestClock.START);
        }
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheLines() {
        Web browser = web.as("organiser");
        for (int lines : List.of(1, 3, 300)) {
            String names = IntStream.range(0, lines)
                    .mapToObj(i -> i % 3 == 0 ? "Вигадівська громада" : i % 3 == 1 ? "Вигадвська громада" : "Чуже " + i)
                    .collect(Collectors.joining("\n"));
            Web.Answer start = browser.get(START);
            web.statements();
            String list = browser.submit(start, START, Map.of("names", names)).location();
            assertThat(web.statements()).as(lines + " lines matched").hasSize(11);
            browser.get(list);
            assertThat(web.statements()).as(lines + " lines shown").hasSize(5);
            browser.get(list + ".csv");
            assertThat(web.statements()).as(lines + " lines taken away").hasSize(4);
        }
    }

    /** The guarantee of one decision a name is the index; the control: a forgotten one beside it is no matter. */
    @Test
    void twoDecisionsCannotHoldForOneName() {
        String insert =
                "insert into namematch.decision (batch_id, name, context, name_key, context_key, decided_by, decided_at, undone_at)"
                        + " values (gen_random_uuid(), 'X', '[]', 'x y z', '', gen_random_uuid(), now(), ";
        jdbc.sql(insert + "null)").update();
        jdbc.sql(insert + "now())").update();
        assertThatThrownBy(() -> jdbc.sql(insert + "null)").update())
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("decision_once");
    }

    @Test
    void aBodyInTheBinIsNoAnswer() {
        Web browser = web.as("operator").in("en");
        String list = paste(browser, "Уявнянська громада\nЗовсім чужа");
        browser.submit(list + "/lines/2", list + "/lines/2/decision", Map.of("choice", "code", "code", "VK-02-002"));
        BodyId body = Cast.body(jdbc, "VK-02-002");
        assertThat(rows(browser.get(list))).noneMatch(row -> row.contains("not found"));
        jdbc.sql("update registry.body set deleted_at = now() where id = ?")
                .param(body.value())
                .update();
        try {
            assertThat(rows(browser.get(list))).allMatch(row -> row.contains("| not found |"));
        } finally {
            jdbc.sql("update registry.body set deleted_at = null where id = ?")
                    .param(body.value())
                    .update();
        }
    }
}
