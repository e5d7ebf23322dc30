package org.glasnik.personal;

import java.util.Map;
import org.glasnik.testing.Cast;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erasure that is refused and its end, and a privacy notice from the first draft to its second version. */
@Component
class PersonalStates implements PageStates {
    private static final String DESK = "/operate/notices/installation";

    private final JdbcClient jdbc;

    PersonalStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        Web resident = web.as("resident");
        String own = "/account/data/erasure";
        shown.add("own erasure without the address", 422, resident.submit(own, own, Map.of("mail", "")));
        Web operator = web.as("operator");
        String others = "/people/" + Cast.person(jdbc, "umovnyi") + "/erasure";
        shown.add("erasure with another address", 422, operator.submit(others, others, Map.of("mail", "a@b.example")));
        shown.add("erasure of the last operator", 200, operator.get(own));
        shown.add("erased", 200, web.anonymous().get("/privacy/erased"));
        shown.add(
                "controller without a name",
                422,
                operator.submit(DESK, DESK + "/controller", Map.of("name", "", "mail", "x")));
        shown.add(
                "notice without a text",
                422,
                operator.submit(DESK, DESK + "/draft", Map.of("uk", "", "sr", "", "ru", "", "en", "")));
        operator.submit(
                DESK,
                DESK + "/controller",
                Map.of(
                        "name",
                        "Служба",
                        "contact",
                        "вул. Тиха 1\nДомислів",
                        "mail",
                        "a@b.example",
                        "officer",
                        "Особа"));
        for (int i = 0; i < 2; i++) {
            operator.submit(
                    DESK,
                    DESK + "/draft",
                    Map.of("uk", "# Що\n\nСлова " + i + "\n\n- перше\n- друге", "sr", "", "ru", "", "en", ""));
            if (i == 0) {
                shown.add("notice to publish", 200, operator.get(DESK));
            }
            operator.submit(DESK, DESK + "/publication", Map.of());
        }
        shown.add("notice published", 200, operator.get(DESK));
        shown.add("privacy notice", 200, resident.get("/privacy"));
        shown.add("privacy notice in another language", 200, resident.in("sr").get("/privacy"));
        shown.add("privacy notice, older", 200, resident.get("/privacy/installation/1"));
    }
}
