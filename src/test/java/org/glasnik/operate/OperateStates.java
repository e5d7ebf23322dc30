package org.glasnik.operate;

import java.util.Map;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.stereotype.Component;

/** The operator's settings refused, and one language only. */
@Component
class OperateStates implements PageStates {
    private static final String SETTINGS = "/operate/settings";

    @Override
    public void show(Web web, Shown shown) {
        Web operator = web.as("operator");
        shown.add("settings without a name", 422, operator.submit(SETTINGS, SETTINGS, Map.of("name", "")));
        shown.add("settings", 200, operator.get(SETTINGS));
        operator.submit(SETTINGS, "/operate/languages/ru/withdrawal", Map.of());
        shown.add("settings with a language withdrawn, and a notice", 200, operator.get(SETTINGS));
        operator.submit(SETTINGS, "/operate/languages/ru/offer", Map.of());
        shown.add("operator's desk", 200, operator.get("/operate"));
        shown.add("operator's check", 200, operator.get("/operate/check"));
    }
}
