package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glasnik.testing.Crawl;
import org.glasnik.testing.Display;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every page that anyone sees, and every state of it: no violation of WCAG 2.2 AA that axe can find, in light and dark, no
 * sideways scroll at 320 px, no refused script or style. {@code mvn verify} shows as many of them as have something that others
 * have not; {@code bin/soak} shows all.
 */
@GlasnikTest
@Tag("browser")
@Tag("soak")
class AccessibilityBrowserTest {
    static final List<String> ROLES = List.of("operator", "organiser", "desk", "specialist", "resident", "anonymous");

    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    /** Each has a browser of its own, which both tests share. */
    private static final ExecutorService THREADS =
            Executors.newFixedThreadPool(WORKERS, Thread.ofPlatform().daemon().factory());

    /** What was shown by now. */
    private static final Set<String> SEEN = new HashSet<>();

    @Autowired
    Web web;

    @Autowired
    List<PageStates> states;

    @Test
    void everyPageCanBeUsedByEveryone() {
        Map<String, Web.Answer> pages = new LinkedHashMap<>();
        for (String role : ROLES) {
            Crawl.pages(role.equals("anonymous") ? web.anonymous() : web.as(role), (path, answer) -> {
                // The same list in another order looks the same: one parameter at a time is enough.
                if (path.indexOf('&') < 0) {
                    pages.put(role + " " + path, answer);
                }
            });
        }
        look(pages);
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

    /** As many at a time as there are processors: a page is shown by one of them. */
    private static void look(Map<String, Web.Answer> pages) {
        Queue<Map.Entry<String, Web.Answer>> waiting = new ConcurrentLinkedQueue<>(
                (Boolean.getBoolean("soak") ? pages : Shape.covering(pages, SEEN)).entrySet());
        Callable<List<String>> worker = () -> {
            List<String> faults = new ArrayList<>();
            try (Display display = new Display()) {
                for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                    String name = next.getKey();
                    display.faults(next.getValue()).forEach(fault -> faults.add(name + ": " + fault));
                }
            }
            return faults;
        };
        List<String> faults = new ArrayList<>();
        try {
            for (Future<List<String>> done : THREADS.invokeAll(Collections.nCopies(WORKERS, worker))) {
                faults.addAll(done.get());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            // What is skipped without a browser is skipped.
            throw e.getCause() instanceof TestAbortedException aborted
                    ? aborted
                    : new IllegalStateException(e.getCause());
        }
        assertThat(faults).isEmpty();
    }
}
