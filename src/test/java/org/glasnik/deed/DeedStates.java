package org.glasnik.deed;

import java.util.Map;
import org.glasnik.testing.Cast;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deeds: none, of one thing, and the check of the chain before and after. */
@Component
class DeedStates implements PageStates {
    private final JdbcClient jdbc;

    DeedStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        Web operator = web.as("operator");
        String person = Cast.person(jdbc, "anketiuk").toString();
        operator.submit("/people/" + person + "/edit", "/people/" + person, Map.of("name", "Христина Інша"));
        shown.add("deeds of one person", 200, operator.get("/deeds?kind=person&object=" + person));
        shown.add("deeds, none found", 200, operator.get("/deeds?text=nowhere&from=2000-01-01&until=2000-01-02"));
        shown.add("deeds, none yet", 200, web.as("specialist2").get("/deeds"));
        shown.add("check of deeds", 200, operator.get("/deeds/check?run=1"));
        shown.add(
                "check of deeds that finds something", 200, operator.get("/deeds/check?run=1&head=" + "0".repeat(64)));
        shown.add("check of deeds with a wrong note", 422, operator.get("/deeds/check?run=1&head=x"));
    }
}
