package org.glasnik.namematch;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of names that are empty, short and long, each verdict, decisions and refusals. */
@Component
class MatchingStates implements PageStates {
    private static final String START = "/bodies/matching";

    private final JdbcClient jdbc;

    MatchingStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        Web operator = web.as("operator");
        shown.add("names, no list yet", 200, web.as("organiser2").get(START));
        shown.add("names, none decided yet", 200, operator.get(START + "/decisions"));
        shown.add("names, nothing written", 422, operator.submit(START, START, Map.of()));
        shown.add(
                "names in what is no table",
                422,
                operator.upload(START, START, Map.of(), "file", "x.csv", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        jdbc.sql("update registry.body set ended_on = '2026-01-01', ending = 'merged' where code = 'VK-01-008'")
                .update();
        String table =
                "Область,Назва\n,Вигадівська громада\nВигадана область,Вигадвська громада\nНіде,Дивогадська громада\n"
                        + "Вигадана,Чужа назва\n,Домислівська\n";
        String list = operator.upload(
                        START, START, Map.of(), "file", "громади.csv", table.getBytes(StandardCharsets.UTF_8))
                .location();
        shown.add("list of names", 200, operator.get(list));
        shown.add("list of names, none of a result", 200, operator.get(list + "?fate=decided"));
        for (int line = 2; line <= 6; line++) {
            shown.add("name of row " + line, 200, operator.get(list + "/lines/" + line));
        }
        shown.add(
                "columns refused",
                422,
                operator.post(
                        list + "/columns",
                        Map.of(
                                "name",
                                "x",
                                "_csrf",
                                operator.get(list)
                                        .page()
                                        .select("input[name=_csrf]")
                                        .attr("value"))));
        String line = list + "/lines/5";
        shown.add("decision without a choice", 422, operator.submit(line, line + "/decision", Map.of()));
        shown.add(
                "decision with an unknown code",
                422,
                operator.submit(line, line + "/decision", Map.of("choice", "code", "code", "NO-SUCH")));
        Web.Answer decided = operator.submit(line, line + "/decision", Map.of("choice", "none"));
        shown.add("next name, with a way back", 200, operator.get(decided.location()));
        shown.add("name that was decided", 200, operator.get(line));
        operator.submit(list, list + "/likely", Map.of());
        shown.add("likely ones accepted", 200, operator.get(list));
        shown.add("decided names", 200, operator.get(START + "/decisions"));
        shown.add("list that is done", 200, operator.get(done(operator)));
        shown.add("list of 300 names", 200, operator.get(long_(operator) + "?page=2"));
        shown.add("lists of names", 200, operator.get(START));
        jdbc.sql("update registry.body set ended_on = null, ending = null where code = 'VK-01-008'")
                .update();
        jdbc.sql("delete from namematch.decision").update();
        jdbc.sql("delete from namematch.list").update();
    }

    private static String done(Web operator) {
        return operator.submit(START, START, Map.of("names", "Вигадівська громада"))
                .location();
    }

    private static String long_(Web operator) {
        return operator.submit(
                        START,
                        START,
                        Map.of(
                                "names",
                                IntStream.range(0, 300)
                                        .mapToObj(i -> i % 2 == 0 ? "Вигадвська громада;Вигадана область" : "Чужа " + i)
                                        .collect(Collectors.joining("\n"))))
                .location();
    }
}
