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
import org.junit.jupiter.api.Assumptions;

/**
 * One Chromium for all browser tests, of the system ({@code GLASNIK_CHROMIUM} or the usual places): none is downloaded. Where
 * there is none the tests are reported as skipped, and {@code .ci/run} fails on that.
 */
public final class Chromium {
    private static @Nullable Browser browser;

    private Chromium() {}

    /** A new context: own cookies, Ukrainian, 1280 x 900. */
    public static synchronized BrowserContext context(Browser.NewContextOptions options) {
        if (browser == null) {
            Path program = program();
            Assumptions.assumeTrue(program != null, "No Chromium here: browser tests are skipped, not passed");
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
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser.newContext(options);
    }

    public static BrowserContext context() {
        return context(new Browser.NewContextOptions().setLocale("uk").setViewportSize(1280, 900));
    }

    private static @Nullable Path program() {
        return Stream.of(
                        System.getenv().getOrDefault("GLASNIK_CHROMIUM", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium")
                .filter(p -> !p.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
