package org.glasnik.registry;

import java.util.Map;
import org.glasnik.testing.Cast;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register empty, long and in between, its forms refused, and two people at one form. */
@Component
class BodyStates implements PageStates {
    private final JdbcClient jdbc;

    BodyStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        Web operator = web.as("operator");
        String body = "/bodies/" + Cast.body(jdbc, "VK-01-003");
        shown.add("new body without anything", 422, operator.submit("/bodies/new", "/bodies", Map.of()));
        shown.add(
                "body with wrong fields",
                422,
                operator.submit(
                        body + "/edit",
                        body,
                        Map.of(
                                "nameUk",
                                "",
                                "nameSr",
                                "",
                                "nameRu",
                                "",
                                "nameEn",
                                "",
                                "code",
                                "",
                                "parent",
                                "none",
                                "population",
                                "many",
                                "site",
                                "x",
                                "mail",
                                "x")));
        Web.Answer stale = operator.get(body + "/edit");
        operator.submit(body + "/edit", body, Map.of("population", "4321"));
        shown.add(
                "body that someone else has changed", 409, operator.submit(stale, body, Map.of("population", "1234")));
        Web.Answer deleted = operator.submit(body, body + "/deletion", Map.of());
        shown.add("notice with a way back", 200, operator.get(deleted.location()));
        shown.add("bin", 200, operator.get("/bin"));
        operator.submit("/bin", body + "/deletion/undo", Map.of());
        shown.add("bin, empty", 200, operator.get("/bin"));
        String organiser = "/bodies/" + Cast.body(jdbc, "CN-00-002");
        shown.add("organiser and its colours", 200, operator.get(organiser + "/edit"));
        shown.add("organiser with no colour", 422, operator.submit(organiser + "/edit", organiser, Map.of("hue", "")));
        shown.add(
                "renaming without a day",
                422,
                operator.submit(body + "/renaming", body + "/renaming", Map.of("since", "")));
        operator.submit(
                body + "/renaming",
                body + "/renaming",
                Map.of("nameUk", "Перейменована громада", "since", "2026-01-01", "basis", "Рішення № 1"));
        shown.add(
                "ending refused",
                422,
                operator.submit(body + "/ending", body + "/ending", Map.of("successors", "X-0")));
        operator.submit(
                body + "/ending",
                body + "/ending",
                Map.of("ending", "merged", "endedOn", "2027-01-01", "successors", "VK-01-001", "basis", "Рішення № 2"));
        shown.add("body over the years", 200, operator.get(body));
        shown.add("ending on record", 200, operator.get(body + "/ending"));
        operator.submit(body + "/ending", body + "/ending/undo", Map.of());
        shown.add("jurisdictions", 200, operator.get("/jurisdictions?code=UA"));
        shown.add(
                "jurisdiction refused", 422, operator.submit("/jurisdictions", "/jurisdictions", Map.of("code", "x")));
        shown.add("bodies, none found", 200, web.anonymous().get("/bodies?text=nowhere"));
        many(web, shown);
    }

    private void many(Web web, Shown shown) {
        jdbc.sql("""
                        insert into registry.body (code, kind, name_uk)
                        select 'X-' || n, 'other', name_uk from registry.body, generate_series(1, 300) n where code = 'VK-01-003'""").update();
        shown.add("bodies, 300 and more", 200, web.anonymous().get("/bodies?page=3"));
        jdbc.sql("update registry.body set deleted_at = '2027-03-01' where code like 'X-%'")
                .update();
        shown.add("bin, full", 200, web.as("operator").get("/bin"));
        jdbc.sql("update registry.body set deleted_at = '2027-03-01' where deleted_at is null")
                .update();
        shown.add("bodies, none yet", 200, web.as("operator").get("/bodies"));
        jdbc.sql("update registry.body set deleted_at = null where code not like 'X-%'")
                .update();
        jdbc.sql("delete from registry.body where code like 'X-%'").update();
    }
}
