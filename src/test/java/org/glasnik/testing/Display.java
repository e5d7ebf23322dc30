package org.glasnik.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One page of the browser that shows answers as they came, with their address, status and headers: so a form that was
 * refused and a page of someone else need no browser of their own. Scripts and styles it fetches from the server.
 */
public final class Display implements AutoCloseable {
    private final List<String> refused = new ArrayList<>();
    private final BrowserContext context =
            Chromium.context(new Browser.NewContextOptions().setLocale("uk").setReducedMotion(ReducedMotion.REDUCE));
    private final Page page = context.newPage();

    public Display() {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("responded with a status of")) {
                refused.add("console: " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                refused.add("console: " + response.status() + " " + response.url());
            }
        });
    }

    /** What hinders people on this page, and what the browser refused of it. */
    public List<String> faults(Web.Answer answer) {
        return faults(answer, answer.body());
    }

    /** The same with other words in it. */
    public List<String> faults(Web.Answer answer, String body) {
        refused.clear();
        String address = answer.response().uri().toString();
        String kept = Replay.keep(answer, body);
        page.setExtraHTTPHeaders(Map.of(Replay.HEADER, kept));
        page.navigate(address);
        Replay.forget(kept);
        if (String.valueOf(answer.header("Content-Security-Policy")).contains("script-src 'self'")) {
            page.addScriptTag(new Page.AddScriptTagOptions().setUrl(Replay.AXE));
        }
        assertThat(page.title().replace('\u00a0', ' '))
                .as(address)
                .isEqualTo(answer.page().title().replace('\u00a0', ' '));
        List<String> faults = new ArrayList<>(Axe.faults(page));
        faults.addAll(refused);
        return faults;
    }

    @Override
    public void close() {
        context.close();
    }
}
