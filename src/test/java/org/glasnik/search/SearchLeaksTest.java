package org.glasnik.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two worlds that differ in one person and in one body that some may not see: for those every byte of every search is the same
 * in both, whether the index lags behind or not. The names are near to those of others, so that a trace of them would show in
 * what is found, in its order, in what is forgiven and in what is proposed instead.
 */
@GlasnikTest
class SearchLeaksTest {
    private static final UUID PERSON = UUID.fromString("01980000-0000-7000-8000-00000000aaaa");
    private static final UUID BODY = UUID.fromString("01980000-0000-7000-8000-00000000bbbb");
    private static final List<String> BLIND =
            List.of("anonymous", "halfway", "resident", "specialist", "manager2", "organiser");
    private static final List<String> SEEING = List.of("operator", "organiser2");

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Indexing indexing;

    /** The body has another keeper in both worlds: one person more is all that differs. */
    @BeforeEach
    void keeper() {
        run(
                "update registry.body set keeper_id = ? where code = 'UZ-01-002'",
                Cast.body(jdbc, "UZ-00-004").value());
        indexing.catchUp();
    }

    @AfterEach
    void take() {
        run("delete from identity.membership where person_id = ?", PERSON);
        run("delete from identity.person where id = ?", PERSON);
        run("delete from registry.body where id = ?", BODY);
    }

    /** Somebody of a body that another organiser keeps, and a body in the bin. */
    private void put() {
        run(
                "insert into identity.person (id, name, mail, mail_key) values (?, 'Домислава Прихованенко', 'pryhov@x.example', 'pryhov@x.example')",
                PERSON);
        run(
                "insert into identity.membership (person_id, body_id, seat, since) values (?, ?, 'other', '2027-01-01')",
                PERSON,
                Cast.body(jdbc, "UZ-01-002").value());
        run(
                "insert into registry.body (id, code, kind, name_uk, name_en, population, deleted_at) values (?, 'VK-99', 'city', 'Домислів', 'Domysliv', 9000000, ?)",
                BODY,
                Timestamp.from(TestClock.START));
    }

    private void run(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }

    private static List<String> queries() {
        String name = "домислава прихованенко";
        return Stream.concat(
                        Stream.of(1, 2, 3, 6, 9, 11, 14, 20).map(end -> name.substring(0, end)),
                        Stream.of(
                                name,
                                "Прихованенка",
                                "прихованнеко",
                                "pryhov@x.example",
                                "Домислів",
                                "domysliv",
                                "Домсилів",
                                "VK-99",
                                "місто домислів",
                                "Домислава Домислів",
                                "прихованенко громада",
                                "Domyslava"))
                .toList();
    }

    private Web as(String who) {
        return switch (who) {
            case "anonymous" -> web.anonymous();
            case "halfway" -> web.halfway("operator");
            default -> web.as(who);
        };
    }

    private Map<String, String> answers(List<String> people) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String who : people) {
            Web browser = as(who);
            for (String query : queries()) {
                String path = "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
                Web.Answer page = browser.get(path);
                answers.put(who + " page " + path, page.status() + page.body());
                Web.Answer part = browser.get(path + "&kind=person", "HX-Request", "true");
                answers.put(who + " part " + path, part.status() + part.body());
            }
        }
        return answers;
    }

    private static List<String> differing(Map<String, String> one, Map<String, String> other) {
        return one.keySet().stream()
                .filter(path -> !one.get(path).equals(other.get(path)))
                .toList();
    }

    @Test
    void whoMayNotSeeItGetsTheSameBytes() {
        Map<String, String> without = answers(BLIND);
        put();
        assertThat(differing(without, answers(BLIND)))
                .as("the index lags behind")
                .isEmpty();
        indexing.catchUp();
        assertThat(differing(without, answers(BLIND))).as("the index knows").isEmpty();
        take();
        assertThat(differing(without, answers(BLIND)))
                .as("the index still knows")
                .isEmpty();
        assertThat(without).hasSizeGreaterThan(200);
    }

    /** What lay open and was taken away shows nowhere from that moment on, though the index proposes it to everyone. */
    @Test
    void whatIsTakenAwayIsGoneBeforeTheIndexKnows() {
        Map<String, String> without = answers(List.of("anonymous", "organiser2"));
        put();
        run("update registry.body set deleted_at = null where id = ?", BODY);
        indexing.catchUp();
        assertThat(differing(without, answers(List.of("anonymous", "organiser2"))))
                .isNotEmpty();
        run("update registry.body set deleted_at = ? where id = ?", Timestamp.from(TestClock.START), BODY);
        run("update identity.person set deleted_at = ? where id = ?", Timestamp.from(TestClock.START), PERSON);
        assertThat(differing(without, answers(List.of("anonymous", "organiser2"))))
                .isEmpty();
    }

    /** The control: by all these words it is found by whoever may see it. */
    @Test
    void whoMaySeeItFindsIt() {
        put();
        run("update registry.body set deleted_at = null where id = ?", BODY);
        indexing.catchUp();
        for (String who : SEEING) {
            for (String query :
                    List.of("домислава", "Прихованенка", "pryhov@x.example", "прихованнеко", "прихованенко")) {
                assertThat(find(who, query)).as(who + " " + query).contains("/people/" + PERSON);
            }
        }
        for (String who : List.of("anonymous", "organiser", "operator")) {
            for (String query : List.of("Домислів", "domysliv", "VK-99", "Домсилів")) {
                assertThat(find(who, query)).as(who + " " + query).contains("/bodies/" + BODY);
            }
        }
    }

    private List<String> find(String who, String query) {
        return as(who).get("/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .page()
                .select("#found li > a")
                .eachAttr("href");
    }
}
