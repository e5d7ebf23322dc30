package org.glasnik.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.People;
import org.glasnik.identity.Viewers;
import org.glasnik.platform.BaseUrl;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.InstallationName;
import org.glasnik.platform.Language;
import org.glasnik.platform.Rendering;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** The operator's test letter, to servers that the shared application has not. */
@GlasnikTest
class TestLetterTest {
    @Autowired
    WritingLetters writing;

    @Autowired
    People people;

    @Autowired
    Viewers viewers;

    @Autowired
    Deeds deeds;

    @Autowired
    InstallationName installation;

    @Autowired
    DefaultZone zone;

    @Autowired
    BaseUrl base;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rendering rendering;

    private Document after(ScriptedServer scripted) {
        MailServer server = MailServer.of(scripted.url(), "glasnik@example.org");
        MailServerController controller =
                new MailServerController(server, writing, people, deeds, installation, zone, base, clock);
        Viewer operator = viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow();
        RedirectAttributesModelMap flash = new RedirectAttributesModelMap();
        assertThat(controller.test(operator, flash)).isEqualTo("redirect:/operate/letters/server");
        ExtendedModelMap next = new ExtendedModelMap();
        next.addAllAttributes(flash.getFlashAttributes());
        return page(
                (MailServerPage) controller.server(operator, next).getModel().get("page"));
    }

    private Document page(MailServerPage page) {
        return Jsoup.parse(new String(
                rendering.bytes(
                        "notify/server", Map.of("s", rendering.screen(Language.EN, ZoneOffset.UTC), "page", page)),
                StandardCharsets.UTF_8));
    }

    @Test
    void theServersYesIsShown() throws Exception {
        try (ScriptedServer server = new ScriptedServer().answer(".", "250 2.0.0 queued as 4711")) {
            Document page = after(server);
            assertThat(page.select("main [role=status] .g-chip").text()).isEqualTo("the server took the letter");
            assertThat(page.select("main [role=status]").text())
                    .contains("mailbox d.uiavnyi@glasnik.example")
                    .endsWith("The server said: 250 2.0.0 queued as 4711");
            assertThat(server.letters).hasSize(1);
            assertThat(server.letters.getFirst())
                    .contains("Subject: A test letter")
                    .contains("To: d.uiavnyi@glasnik.example");
        }
        assertThat(jdbc.sql("select count(*) from deed.deed where verb = 'letters.tested'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void theServersNoIsExplained() throws Exception {
        try (ScriptedServer server = new ScriptedServer().answer("RCPT", "550 5.1.1 <script>no such user")) {
            Document page = after(server);
            assertThat(page.select("main [role=status] p").eachText())
                    .containsExactly(
                            "the letter did not go",
                            "The reader’s address was refused. Check your own address in your account.",
                            "The server said: 550 5.1.1 <script>no such user");
        }
    }

    @ParameterizedTest
    @EnumSource(value = MailFault.class, names = "UNSUBSCRIBED", mode = EnumSource.Mode.EXCLUDE)
    void everyFaultHasItsRemedy(MailFault fault) {
        MailReply reply = new MailReply(MailReply.Outcome.LATER, fault, null, "", false);
        Document page = page(new MailServerPage(true, "host:25", "offered", "a@b.example", "c@d.example", reply));
        assertThat(page.select("main [role=status] p")).hasSize(2);
    }
}
