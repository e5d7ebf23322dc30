package org.glasnik.platform;

import java.util.Map;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.SwitchedDatabase;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every page that says what did not work. */
@Component
class ErrorStates implements PageStates {
    private final SwitchedDatabase database;

    ErrorStates(SwitchedDatabase database) {
        this.database = database;
    }

    @Override
    public void show(Web web, Shown shown) {
        Web operator = web.as("operator");
        String token = operator.get("/bodies/new").page().select("[name=_csrf]").attr("value");
        shown.add("error 404", 404, web.anonymous().get("/no-such-page"));
        shown.add("error 404, signed in", 404, operator.get("/no-such-page"));
        shown.add("error 403, no token", 403, web.anonymous().post("/sign-in/link", Map.of("mail", "a@b.example")));
        shown.add("error 405", 405, operator.post("/operate/check", Map.of("_csrf", token)));
        shown.add("error 413", 413, operator.post("/bodies", Map.of("_csrf", token, "nameUk", "x".repeat(3_000_000))));
        again(operator, shown);
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("alter table deed.deed rename to away").update();
        try {
            shown.add("error 500", 500, operator.get("/deeds"));
        } finally {
            jdbc.sql("alter table deed.away rename to deed").update();
        }
        shown.add("error 503", 503, database.without(() -> operator.get("/bodies")));
    }

    /** One form sent twice with different words in it. */
    private static void again(Web operator, Shown shown) {
        Web.Answer form = operator.get("/operate/settings");
        operator.submit(form, "/operate/settings", Map.of("name", "One"));
        shown.add("error 409, sent again", 409, operator.submit(form, "/operate/settings", Map.of("name", "Other")));
    }
}
