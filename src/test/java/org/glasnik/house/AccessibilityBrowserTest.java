package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnik.testing.Cast;
import org.glasnik.testing.Chromium;
import org.glasnik.testing.Crawl;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page that anyone sees: no violation of WCAG 2.2 AA that axe can find, no sideways scroll at 320 px, no refused script or style. */
@GlasnikTest
@Tag("browser")
class AccessibilityBrowserTest {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyPageCanBeUsedByEveryone() {
        Set<String> done = new HashSet<>();
        for (String key : List.of("operator", "organiser", "specialist", "resident", "anonymous")) {
            Web browser = key.equals("anonymous") ? web.anonymous() : web.as(key);
            List<String> paths = new ArrayList<>();
            Crawl.pages(browser, (path, answer) -> {
                // The same list in another order looks the same: one parameter at a time is enough.
                if (path.indexOf('&') < 0
                        && done.add((key.equals("anonymous") ? "anonymous " : "") + Crawl.kind(path))) {
                    paths.add(path);
                }
            });
            look(key, paths, ColorScheme.LIGHT);
            if (key.equals("operator") || key.equals("anonymous")) {
                look(key, paths, ColorScheme.DARK);
            }
        }
        assertThat(faults).isEmpty();
    }

    private void look(String key, List<String> paths, ColorScheme scheme) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setLocale("uk").setColorScheme(scheme).setViewportSize(1280, 900);
        if (!key.equals("anonymous")) {
            options.setExtraHTTPHeaders(
                    Map.of("X-Test-As", Cast.person(jdbc, key).toString()));
        }
        try (BrowserContext context = Chromium.context(options)) {
            if (!key.equals("anonymous")) {
                context.addCookies(List.of(new Cookie("SESSION", "-").setUrl(web.url("/"))));
            }
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 4")) {
                    faults.add(page.url() + ": " + message.text());
                }
            });
            for (String path : paths) {
                page.setViewportSize(1280, 900);
                page.navigate(web.url(path));
                AxeBuilder axe = new AxeBuilder(page);
                // What is dark differs in its colours only.
                (scheme == ColorScheme.DARK ? axe.withRules(List.of("color-contrast")) : axe.withTags(RULES))
                        .analyze()
                        .getViolations()
                        .forEach(v -> faults.add(key + " " + scheme + " " + path + ": " + v.getId() + " "
                                + v.getNodes().getFirst().getHtml()));
                if (scheme == ColorScheme.DARK) {
                    continue;
                }
                page.setViewportSize(320, 640);
                Object width = page.evaluate("document.documentElement.scrollWidth");
                if (((Number) width).intValue() > 320) {
                    faults.add(key + " " + path + ": " + width + " px wide at 320");
                }
            }
        }
    }
}
