package org.glasnik.importing;

import java.util.Map;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An import in each of its states, and files that are refused. */
@Component
class ImportStates implements PageStates {
    private static final String TABLE = """
            code,name_uk,kind
            ST-1,Вiйтовецька,city
            ST-2,Друга,castle
            VK-01-001,Інша назва,hromada
            """;

    private final JdbcClient jdbc;

    ImportStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        Web organiser = web.as("operator");
        shown.add("imports, none yet", 200, web.as("organiser2").get("/imports"));
        shown.add("import without a file", 422, organiser.submit("/imports", "/imports", Map.of()));
        shown.add(
                "import of what is no table",
                422,
                organiser.upload(
                        "/imports", "/imports", Map.of("kind", "bodies"), "file", "x.xlsx", new byte[] {'P', 'K', 3, 4
                        }));
        Importing done = Importing.of(organiser, "bodies", "bodies.csv", TABLE);
        shown.add("columns of an import", 200, organiser.get(done.href() + "/columns"));
        shown.add(
                "columns not chosen",
                422,
                organiser.submit(done.href() + "/columns", done.href() + "/columns", Map.of("code", "", "kind", "")));
        done.columns(Map.of());
        shown.add("import judged", 200, done.page());
        shown.add("import, no rows of that fate", 200, done.page("?fate=kept"));
        done.apply();
        shown.add("import done", 200, done.page());
        jdbc.sql("update importing.import set state = 'applying'").update();
        shown.add("import under way", 200, done.page());
        jdbc.sql("update importing.import set state = 'applied'").update();
        done.undo();
        shown.add("import undone", 200, done.page());
        shown.add("imports", 200, organiser.get("/imports"));
        Importing empty = Importing.of(organiser, "bodies", "empty.csv", "code,name_uk,kind\n")
                .columns(Map.of());
        shown.add("import without rows", 200, empty.page());
        jdbc.sql("delete from importing.import").update();
    }
}
