package org.glasnik.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.glasnik.testing.Axe;
import org.glasnik.testing.Chromium;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is found appears while one types, for hands, for the keyboard and for those who listen. */
@GlasnikTest
@Tag("browser")
class SearchBrowserTest {
    @Autowired
    Web web;

    @Autowired
    Indexing indexing;

    private final List<String> refused = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open() {
        indexing.catchUp();
        context = Chromium.context();
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                refused.add(message.text());
            }
        });
        page.onPageError(refused::add);
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(refused).isEmpty();
    }

    private Locator field() {
        return page.locator("header input[name=q]");
    }

    @Test
    void inTheBarOfAnyPageWhatIsFoundStandsBelowTheField() {
        page.navigate(web.url("/about"));
        field().pressSequentially("вигадівс");
        Locator found = page.locator("header #found li a");
        assertThat(found.first()).containsText("Вигадівська громада");
        assertThat(page.locator("#found-said")).containsText("Показуємо");
        assertThat(page).hasURL(Pattern.compile(".*/about$"));
        assertThat(Axe.faults(page)).isEmpty();
        page.setViewportSize(1280, 900);
        field().focus();
        page.keyboard().press("ArrowDown");
        assertThat(found.first()).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(found.nth(1)).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(field()).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Вигадівська громада");
    }

    @Test
    void escapeAndGoingElsewherePutItAway() {
        page.navigate(web.url("/about"));
        Locator found = page.locator("header #found > *");
        field().pressSequentially("вигадівс");
        assertThat(found.first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(found).hasCount(0);
        assertThat(field()).isFocused();
        field().fill("химерогад");
        assertThat(found.first()).isVisible();
        page.locator("footer").click();
        assertThat(found).hasCount(0);
        field().fill("химерога");
        assertThat(found.first()).isVisible();
        field().press("Shift+Tab");
        assertThat(found).hasCount(0);
    }

    @Test
    void enterLeadsToThePageWhereTypingGoesOn() {
        page.navigate(web.url("/about"));
        field().fill("вигадівс");
        field().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/search\\?q=.*"));
        assertThat(page.locator("#found li a").first()).containsText("Вигадівська громада");
        Locator own = page.locator("main input[name=q]");
        own.fill("химерогад");
        assertThat(page.locator("#found li a").first()).containsText("Химерогадська громада");
        assertThat(page).hasURL(Pattern.compile(".*/search\\?q=%D1%85.*"));
        assertThat(page.locator("#found-said")).containsText("Показуємо 3 записи");
        own.fill("");
        assertThat(page.locator("#found li")).hasCount(0);
        assertThat(page.locator("#found-said")).isEmpty();
    }

    @Test
    void onAPhoneTheFieldIsOneLinkAway() {
        page.setViewportSize(320, 640);
        page.navigate(web.url("/about"));
        assertThat(field()).isHidden();
        page.locator("header a[href='/search']").click();
        assertThat(page.locator("main input[name=q]")).isFocused();
    }
}
