package org.glasnik.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What hinders people on the page that a browser has open, without loading it again: all that axe finds in light, what is
 * wrong with colours in dark (nothing else differs there), and a sideways scroll at 320 px. axe is run as it is, since its
 * builder opens a page of its own for each run. Colours are most of its work, so each run looks at texts whose colours no run
 * before has seen; with {@code -Dsoak=true} at all.
 */
public final class Axe {
    static final String PROGRAM = program();
    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final boolean EVERY = Boolean.getBoolean("soak");

    /** Signs of texts whose colours were found good. */
    private static final Set<String> GOOD = ConcurrentHashMap.newKeySet();

    /**
     * A sign for each text: what axe says of its colours depends on its own colour and size, on the colour of the text around
     * it, on the backgrounds below it, and on whether it may be used. Texts that lie over others are not told apart.
     */
    private static final String SIGNS = """
            async () => {
              await Promise.all(document.getAnimations().map(a => a.finished.catch(() => null)));
              const hash = text => {
                let a = 0xdeadbeef, b = 0x41c6ce57;
                for (let i = 0; i < text.length; i++) {
                  const c = text.charCodeAt(i);
                  a = Math.imul(a ^ c, 2654435761); b = Math.imul(b ^ c, 1597334677);
                }
                return (a >>> 0).toString(36) + (b >>> 0).toString(36);
              };
              const below = new Map();
              const ground = e => {
                if (!e) return "";
                if (!below.has(e)) {
                  const s = getComputedStyle(e);
                  below.set(e, hash([s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode, ground(e.parentElement)].join()));
                }
                return below.get(e);
              };
              window.glasnikTexts = [...document.body.querySelectorAll("*")].filter(e => e.checkVisibility() &&
                (e.matches("input, select, textarea") || [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())));
              return window.glasnikTexts.map(e => {
                const s = getComputedStyle(e);
                return hash([e.tagName, e.matches(":disabled, [aria-disabled=true]"), !!e.closest("label")?.control?.disabled,
                  e.textContent.trim().length === 1, s.color, s.fontSize, s.fontWeight, s.textDecorationLine, s.textShadow,
                  getComputedStyle(e.parentElement).color, ground(e)].join());
              });
            }""";

    private static final String RUN = """
            async ([tags, colours, texts]) => {
              const found = await axe.run(texts.length ? {include: texts.map(n => window.glasnikTexts[n])} : document, {
                runOnly: tags.length ? {type: "tag", values: tags} : {type: "rule", values: colours},
                rules: tags.length ? Object.fromEntries(colours.map(c => [c, {enabled: false}])) : {},
                resultTypes: ["violations"], selectors: false, preload: false, iframes: false});
              return found.violations.map(v => v.id + " " + v.nodes[0].html);
            }""";

    private Axe() {}

    public static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(PROGRAM);
        }
        colours(page).forEach(fault -> faults.add("light: " + fault));
        run(page, STANDARDS, List.of()).forEach(fault -> faults.add("light: " + fault));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        colours(page).forEach(fault -> faults.add("dark: " + fault));
        page.setViewportSize(320, 640);
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > 320) {
            faults.add("narrow: " + width + " px wide at 320");
        }
        return faults;
    }

    private static List<String> colours(Page page) {
        List<String> signs = strings(page.evaluate(SIGNS));
        if (EVERY) {
            return run(page, List.of(), List.of());
        }
        Map<String, Integer> fresh = new LinkedHashMap<>();
        for (int n = 0; n < signs.size(); n++) {
            if (!GOOD.contains(signs.get(n))) {
                fresh.putIfAbsent(signs.get(n), n);
            }
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<String> faults = run(page, List.of(), List.copyOf(fresh.values()));
        if (faults.isEmpty()) {
            GOOD.addAll(fresh.keySet());
        }
        return faults;
    }

    private static List<String> run(Page page, List<String> tags, List<Integer> texts) {
        return strings(page.evaluate(RUN, List.of(tags, COLOURS, texts)));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String program() {
        try (InputStream file = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
