package org.glasnik.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.platform.Language;
import org.glasnik.testing.Cast;
import org.glasnik.testing.Chromium;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of letters in states that no link leads to, and letters themselves. */
@GlasnikTest
@Tag("browser")
class LetterPagesBrowserTest {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @Autowired
    Letters letters;

    @Autowired
    Preferences preferences;

    @Autowired
    Unsubscribing unsubscribing;

    @Autowired
    LetterSamples samples;

    @Autowired
    WritingLetters writing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Web web;

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyStateCanBeUsedByEveryone() {
        PersonId person = Cast.person(jdbc, "resident");
        letters.post(Posts.plain("a"));
        letters.post(Posts.news("b", person, Language.UK, 5));
        letters.post(Posts.secret("c"));
        UUID failed = id("a");
        jdbc.sql("update notify.letter set state = 'failed', attempts = 2, in_doubt = 1, last_fault = 'address' where key = 'a'")
                .update();
        jdbc.sql("""
                        insert into notify.attempt (letter_id, at, outcome, fault, code) values
                        (?, '2027-03-08 12:00Z', 'later', 'busy', '451 4.7.1'), (?, '2027-03-08 12:01Z', 'failed', 'address', '550 5.1.1')""")
                .params(failed, failed)
                .update();
        List<String> paths = List.of(
                "/operate/letters",
                "/operate/letters?state=sending",
                "/operate/letters/" + failed,
                "/operate/letters/" + id("b"),
                "/operate/letters/" + id("c"),
                "/operate/letters/templates",
                "/operate/letters/templates/sample.news?language=sr",
                "/operate/letters/server",
                "/account/letters",
                "/letters/unsubscribe/" + unsubscribing.token(person, "sample"));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = Chromium.context(new Browser.NewContextOptions()
                    .setLocale("uk")
                    .setColorScheme(scheme)
                    .setExtraHTTPHeaders(Map.of(
                            "X-Test-As", Cast.person(jdbc, "operator").toString())))) {
                Page page = context.newPage();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")) {
                        faults.add(page.url() + ": " + message.text());
                    }
                });
                for (String path : paths) {
                    page.navigate(web.url(path));
                    look(page, scheme + " " + path);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyLetterCanBeReadByEveryone() {
        try (BrowserContext context = Chromium.context()) {
            Page page = context.newPage();
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            for (LetterSample sample : samples.all().values()) {
                page.setContent(writing.words(new WritingLetters.Draft(
                                sample.name(),
                                Language.UK,
                                java.time.ZoneOffset.UTC,
                                sample.values(),
                                sample.hasLink() ? "https://glasnik.example/" + "x".repeat(60) : null,
                                sample.category(),
                                sample.category() == null ? null : "https://glasnik.example/y"))
                        .html());
                look(page, sample.name());
            }
            assertThat(asked).as("a letter fetches nothing").isEmpty();
        }
        assertThat(faults).isEmpty();
    }

    private UUID id(String key) {
        return jdbc.sql("select id from notify.letter where key = ?").param(key).query(UUID.class).single();
    }

    private void look(Page page, String name) {
        page.setViewportSize(1280, 900);
        new AxeBuilder(page)
                .withTags(RULES)
                .analyze()
                .getViolations()
                .forEach(v -> faults.add(name + ": " + v.getId() + " " + v.getNodes().getFirst().getHtml()));
        page.setViewportSize(320, 640);
        Object width = page.evaluate("document.documentElement.scrollWidth");
        if (((Number) width).intValue() > 320) {
            faults.add(name + ": " + width + " px wide at 320");
        }
    }
}
