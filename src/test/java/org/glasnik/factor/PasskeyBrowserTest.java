package org.glasnik.factor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.glasnik.signin.Tokens;
import org.glasnik.testing.Cast;
import org.glasnik.testing.Chromium;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ceremony in a browser with a device made by its own testing protocol. */
@GlasnikTest
@Tag("browser")
class PasskeyBrowserTest {
    /** Ten slow hashes on a busy machine. */
    private static final LocatorAssertions.HasCountOptions SLOWLY =
            new LocatorAssertions.HasCountOptions().setTimeout(30_000);

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tokens tokens;

    @Autowired
    PasskeyCeremony ceremony;

    private final List<String> posted = new CopyOnWriteArrayList<>();

    private Page page(BrowserContext context, boolean verified) {
        Page page = context.newPage();
        CDPSession devices = context.newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", verified);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", arguments);
        page.onRequest(this::keep);
        return page;
    }

    private void keep(Request request) {
        if (request.method().equals("POST") && request.url().endsWith("/sign-in/passkey")) {
            posted.add(request.postData());
        }
    }

    private void enter(Page page, String key) {
        PersonId person = Cast.person(jdbc, key);
        page.navigate(web.url("/sign-in/link/" + tokens.issue("sign-in", person, "/account", Duration.ofMinutes(20))));
        page.click("main form button");
    }

    private void add(Page page) {
        page.navigate(web.url("/account/passkeys"));
        page.fill("#label", "Мій ноутбук");
        page.click("form[data-adds] button");
    }

    @Test
    void aPasskeyIsAddedAndSignsIn() {
        try (BrowserContext context = Chromium.context()) {
            Page page = page(context, true);
            enter(page, "specialist");
            page.waitForURL("**/account");
            add(page);
            assertThat(page.locator(".g-codes code")).hasCount(10, SLOWLY);
            page.navigate(web.url("/account/passkeys"));
            assertThat(page.locator(".g-lines b")).hasText("Мій ноутбук");
            page.navigate(web.url("/account"));
            page.click("form[action='/sign-out'] button");

            page.navigate(web.url("/sign-in?to=%2Faccount%2Fsecond-factor"));
            page.click("#passkey button");
            page.waitForURL("**/account/second-factor");
            // Two factors at once: nothing more is asked, and the session may change them.
            assertThat(page.locator("form[action='/account/second-factor/codes']"))
                    .hasCount(1);

            // The same answer once more opens nothing.
            Map<String, String> sent = fields(posted.getLast());
            assertThat(sent).containsKeys("challenge", "credential");
            assertThat(ceremony.enter(
                            ceremony.askedToEnter(sent.get("challenge")),
                            sent.get("credential"),
                            URI.create(web.url("/sign-in/passkey"))))
                    .isEmpty();
        }
    }

    @Test
    void anOperatorsPasskeyIsTheSecondStep() {
        try (BrowserContext context = Chromium.context()) {
            Page page = page(context, true);
            enter(page, "operator");
            page.waitForURL("**/sign-in/second-factor");
            add(page);
            assertThat(page.locator(".g-codes code")).hasCount(10, SLOWLY);
            page.click("main .btn-primary");
            page.waitForURL("**/account");
            page.click("form[action='/sign-out'] button");

            enter(page, "operator");
            page.waitForURL("**/sign-in/second-factor");
            page.click("#passkey button");
            page.waitForURL("**/account");
        }
    }

    @Test
    void aDeviceThatDoesNotCheckItsOwnerIsNotTaken() {
        try (BrowserContext context = Chromium.context()) {
            Page page = page(context, false);
            enter(page, "manager");
            page.waitForURL("**/account");
            add(page);
            assertThat(page.locator("[data-failed]")).isVisible();
            assertThat(jdbc.sql("select count(*) from factor.passkey where person_id = ?")
                            .param(Cast.person(jdbc, "manager").value())
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void whatNobodySignedOpensNothing() {
        URI here = URI.create(web.url("/sign-in/passkey"));
        for (String answer : List.of("", "{}", "null", "[]", "{\"id\":\"x\"}", "\u0000", "x".repeat(5000))) {
            String asked = ceremony.askToEnter();
            String challenge = asked.replaceFirst("(?s).*\"id\":\"([0-9a-f-]{36})\".*", "$1");
            assertThat(ceremony.enter(ceremony.askedToEnter(challenge), answer, here))
                    .as(answer)
                    .isEmpty();
        }
        assertThat(ceremony.askedToEnter("not an id")).isEmpty();
        assertThat(ceremony.askedToEnter(null)).isEmpty();
    }

    private static Map<String, String> fields(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
