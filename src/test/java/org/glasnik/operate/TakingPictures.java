package org.glasnik.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.glasnik.testing.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of the README, for {@code bin/pictures}. Its name is not a test's, so that an ordinary run passes it by. */
@Tag("pictures")
class TakingPictures {
    private static final Path FOLDER = Path.of("docs/pictures");
    private static final int WIDE = 1280;
    private static final int PHONE = 390;

    /** Who clones the repository downloads them too. */
    private static final int LARGEST = 150_000;

    @TempDir
    Path temp;

    private String base;

    @Test
    void ofADemo() throws Exception {
        int port = Ports.free(Machine.loopback(), 0);
        base = "http://localhost:" + port;
        Files.createDirectories(FOLDER);
        try (Running demo =
                Running.start(temp.resolve("data"), port, Map.of(), "demo", "--no-open", "--port", "" + port)) {
            // The door opens before the region is there.
            Running.await(java.time.Duration.ofSeconds(60), () -> demo.said().contains("Glasnik's demo is at"));
            somethingHappens();
            take("what-next-uk", as("Богдан Зразковий", "uk", WIDE, 640, ColorScheme.LIGHT));
            Page body = as("Милиця Замишлєнович", "sr-Latn", WIDE, 760, ColorScheme.LIGHT);
            open(body, "UZ-01-002");
            take("body-sr-latn", body);
            Page register = as("Леся Типова", "en", WIDE, 760, ColorScheme.LIGHT);
            register.navigate(base + "/bodies");
            take("register-en", register);
            Page record = as("Леся Типова", "en", WIDE, 760, ColorScheme.LIGHT);
            record.navigate(base + "/deeds");
            take("record-en", record);
            Page hospital = as("Марина Примеркіна", "ru", WIDE, 760, ColorScheme.DARK);
            open(hospital, "VK-01-101");
            take("body-ru-dark", hospital);
            Page invitation = as("Ганна Перехожа", "uk", PHONE, 960, ColorScheme.LIGHT);
            invitation.locator("main .btn-primary").click();
            take("invitation-uk-phone", invitation);
        }
    }

    /** A seat falls empty, two people are invited, a record is changed: otherwise nothing would wait for anybody. */
    private void somethingHappens() {
        Page manager = as("Богдан Зразковий", "uk", WIDE, 900, ColorScheme.LIGHT);
        open(manager, "VK-01-002");
        String body = manager.url();
        manager.locator("a[href$='/ending']").nth(1).click();
        manager.locator("main form button").click();
        manager.navigate(body + "/invitations/new?seat=page_admin");
        invite(manager, "Ганна Перехожа", "h.perekhozha@posta.example");

        Page organiser = as("Леся Типова", "uk", WIDE, 900, ColorScheme.LIGHT);
        open(organiser, "CN-00-002");
        body = organiser.url();
        organiser.navigate(body + "/edit");
        organiser.locator("[name=mail]").fill("office@hromady.example");
        organiser.locator("main form button.btn-primary").click();
        organiser.navigate(body + "/invitations/new?seat=specialist");
        invite(organiser, "Богдан Зразковий", "b.zrazkovyi@vyhadivska.example");
    }

    private static void invite(Page page, String name, String mail) {
        page.locator("[name=name]").fill(name);
        page.locator("[name=mail]").fill(mail);
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator(".g-notice").count()).as(page.url()).isEqualTo(1);
    }

    private void open(Page page, String code) {
        page.navigate(base + "/bodies?text=" + code);
        page.locator("tbody th a").click();
    }

    /** Signs in with the one click of the demo; the cast is called by its Ukrainian names. */
    private Page as(String name, String language, int width, int height, ColorScheme scheme) {
        BrowserContext context = Chromium.context(new Browser.NewContextOptions()
                .setLocale("uk")
                .setViewportSize(width, height)
                .setColorScheme(scheme));
        Page page = context.newPage();
        page.navigate(base + "/sign-in");
        page.locator("form[action='/sign-in/cast']:has(b:text-is('" + name + "')) button")
                .click();
        page.navigate(base + "/?lang=" + language);
        return page;
    }

    private void take(String name, Page page) throws Exception {
        Path file = FOLDER.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        System.out.println(file + " " + Files.size(file) / 1000 + " KB");
        assertThat(Files.size(file)).as(name).isLessThan(LARGEST);
        page.context().close();
    }
}
