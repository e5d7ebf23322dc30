package org.glasnik.pagecheck;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.stereotype.Component;

/** Each answer of the public check, here and inside another site. */
@Component
class CheckStates implements PageStates {
    private static final Map<String, String> ASKED = Map.of(
            "nothing", "",
            "official", "https://m.facebook.com/glasnik_demo_vyhadivka/posts/1",
            "official once", "https://twitter.com/glasnik_demo_vk",
            "name of several", "@glasnik_demo_vyhadivka",
            "unknown", "https://www.facebook.com/somebody.else",
            "alike", "https://t.me/gIasnik_dem0_vyhadivka",
            "imitation", "https://vk.соm/hromada",
            "nobody's", "https://youtu.be/abc",
            "unreadable", "two words",
            "site", "https://vyhadivska.example/kontakty");

    @Override
    public void show(Web web, Shown shown) {
        Web anyone = web.anonymous();
        ASKED.forEach((name, asked) -> {
            String query = "?page=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
            shown.add("check, " + name, 200, anyone.get("/official" + query));
            shown.add("check inside another site, " + name, 200, anyone.get("/official/embed" + query));
        });
        shown.add("code to copy", 200, anyone.get("/official/code"));
    }
}
