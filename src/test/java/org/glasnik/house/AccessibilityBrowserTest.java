package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnik.testing.Crawl;
import org.glasnik.testing.Display;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every page that anyone sees, and every state of it: no violation of WCAG 2.2 AA that axe can find, in light and dark, no
 * sideways scroll at 320 px, no refused script or style.
 */
@GlasnikTest
@Tag("browser")
class AccessibilityBrowserTest {
    static final List<String> ROLES = List.of("operator", "organiser", "desk", "specialist", "resident", "anonymous");

    @Autowired
    Web web;

    @Autowired
    List<PageStates> states;

    private final List<String> faults = new ArrayList<>();

    /** Of each role's pages those that look like none before. */
    @Test
    void everyPageCanBeUsedByEveryone() {
        Set<Shape> seen = new HashSet<>();
        Map<String, Web.Answer> different = new LinkedHashMap<>();
        for (String role : ROLES) {
            Crawl.pages(role.equals("anonymous") ? web.anonymous() : web.as(role), (path, answer) -> {
                // The same list in another order looks the same: one parameter at a time is enough.
                if (path.indexOf('&') < 0 && seen.add(Shape.of(path, answer))) {
                    different.put(role + " " + path, answer);
                }
            });
        }
        look(different);
    }

    @Test
    void everyStateCanBeUsedByEveryone() {
        look(PageStates.of(states, web));
    }

    /** The control: a field without a label, text too pale in light and too dark in dark, a width, a style that is refused. */
    @Test
    void whatHindersIsFound() {
        Web.Answer page = web.anonymous().get("/sign-in");
        String planted = page.body().replaceFirst("</h1>", """
                </h1><input type="text" name="planted"><p><font color="#d0d0d0">pale</font> <font color="#303030">dark</font></p>
                <table width="640" role="presentation"><tr><td>wide</td></tr></table><p style="margin:0">styled</p>""");
        try (Display display = new Display()) {
            assertThat(display.faults(page)).isEmpty();
            assertThat(display.faults(page, planted).stream()
                            .map(fault -> fault.replaceFirst("(?<=^[a-z]{1,9}: \\S{1,20}) .*", "")))
                    .containsExactly(
                            "light: color-contrast",
                            "light: label",
                            "dark: color-contrast",
                            "narrow: 656",
                            "console: Applying");
        }
    }

    private void look(Map<String, Web.Answer> pages) {
        try (Display display = new Display()) {
            pages.forEach((name, answer) -> display.faults(answer).forEach(fault -> faults.add(name + ": " + fault)));
        }
        assertThat(faults).isEmpty();
    }
}
