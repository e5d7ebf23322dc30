package org.glasnik.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What hinders people on the page that a browser has open, without loading it again: all that axe finds in light, what is
 * wrong with colours in dark (nothing else differs there), and a sideways scroll at 320 px. axe is run as it is, since its
 * builder opens a page of its own for each run.
 */
public final class Axe {
    private static final String PROGRAM = program();
    private static final Map<String, Object> ALL = Map.of(
            "type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
    private static final Map<String, Object> COLOURS =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));
    private static final String RUN = """
            async only => {
              await Promise.all(document.getAnimations().map(a => a.finished.catch(() => null)));
              const found = await axe.run(document, {runOnly: only, resultTypes: ["violations"]});
              return found.violations.map(v => v.id + " " + v.nodes[0].html);
            }""";

    private Axe() {}

    public static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.evaluate(PROGRAM);
        run(page, ALL).forEach(fault -> faults.add("light: " + fault));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        run(page, COLOURS).forEach(fault -> faults.add("dark: " + fault));
        page.setViewportSize(320, 640);
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > 320) {
            faults.add("narrow: " + width + " px wide at 320");
        }
        return faults;
    }

    private static List<String> run(Page page, Map<String, Object> only) {
        return ((List<?>) page.evaluate(RUN, only))
                .stream().map(String::valueOf).toList();
    }

    private static String program() {
        try (InputStream file = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
