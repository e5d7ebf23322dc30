package org.glasnik.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One Chromium for all browser tests, of the system (one a thread, as its driver serves one): none is downloaded. {@code GLASNIK_CHROMIUM} names it, and then it must
 * be there; else it is looked for in the usual places, and where there is none the tests are reported as skipped.
 */
public final class Chromium {
    private static final ThreadLocal<@Nullable Browser> BROWSER = new ThreadLocal<>();

    private Chromium() {}

    /** A new context: own cookies, Ukrainian, 1280 x 900. */
    public static BrowserContext context(Browser.NewContextOptions options) {
        Browser browser = BROWSER.get();
        if (browser == null) {
            Path program = program();
            Skip.unless(program != null, "No Chromium here: browser tests are skipped, not passed");
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            BROWSER.set(browser);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser.newContext(options);
    }

    public static BrowserContext context() {
        return context(new Browser.NewContextOptions().setLocale("uk").setViewportSize(1280, 900));
    }

    private static @Nullable Path program() {
        String named = System.getenv().getOrDefault("GLASNIK_CHROMIUM", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        return Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
