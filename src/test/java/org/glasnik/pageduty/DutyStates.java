package org.glasnik.pageduty;

import java.util.Map;
import java.util.UUID;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The matrix on several days, who lacks pages, duties begun, ended and refused. */
@Component
class DutyStates implements PageStates {
    private final JdbcClient jdbc;

    DutyStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        Web operator = web.as("operator");
        shown.add("duties", 200, operator.get("/duties?jurisdiction=XV"));
        shown.add("duties before any", 200, web.anonymous().get("/duties?jurisdiction=XV&day=2001-01-01"));
        shown.add("duties that bind nobody", 200, web.anonymous().get("/duties?jurisdiction=RU"));
        shown.add("missing, many", 200, web.anonymous().get("/duties/missing?jurisdiction=XV&page=2"));
        shown.add("missing, one with a plan", 200, web.as("specialist").get("/duties/missing?kind=hromada"));
        shown.add("missing, none", 200, web.anonymous().get("/duties/missing?kind=other"));
        shown.add("duty without anything", 422, operator.submit("/duties/new", "/duties", Map.of("since", "")));
        UUID id = jdbc.sql(
                        "select id from pageduty.duty where jurisdiction = 'XV' and kind = 'city' and platform = 'telegram'")
                .query(UUID.class)
                .single();
        shown.add("duty", 200, operator.get("/duties/" + id));
        shown.add(
                "duty that ends before it begins",
                422,
                operator.submit("/duties/" + id, "/duties/" + id + "/ending", Map.of("until", "2001-01-01")));
        operator.submit("/duties/" + id, "/duties/" + id + "/ending", Map.of("until", "2027-12-31"));
        shown.add("duty that has ended, with its notice", 200, operator.get("/duties/" + id));
        operator.post(
                "/duties/" + id + "/ending/undo",
                Map.of(
                        "_csrf",
                        operator.get("/duties/new")
                                .page()
                                .select("input[name=_csrf]")
                                .val()));
    }
}
