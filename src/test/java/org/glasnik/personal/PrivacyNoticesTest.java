package org.glasnik.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GlasnikTest
class PrivacyNoticesTest {
    private static final String PATH = "/operate/notices/installation";

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PrivacyNotices notices;

    @Autowired
    Controllerships controllers;

    @Autowired
    org.glasnik.identity.Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    org.glasnik.platform.PublicPages pages;

    private Web operator;
    private BodyId organiser;

    @BeforeEach
    void nothingIsSaid() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("truncate personal.notice, personal.controller").update();
            pages.changed();
        });
        operator = web.as("operator").in("en");
        organiser = Cast.body(jdbc, "CN-00-002");
    }

    private Web.Answer name(String path) {
        return operator.submit(
                path,
                path + "/controller",
                Map.of(
                        "name",
                        "Office of Samples",
                        "contact",
                        "Sample Street 1\r\n0123",
                        "mail",
                        "data@samples.example",
                        "officer",
                        ""));
    }

    private Web.Answer save(String path, Map<String, String> texts) {
        Map<String, String> all = new HashMap<>(Map.of("uk", "", "sr", "", "ru", "", "en", ""));
        all.putAll(texts);
        return operator.submit(path, path + "/draft", all);
    }

    private Web.Answer publish(String path) {
        return operator.submit(path, path + "/publication", Map.of());
    }

    private Document privacy(String language) {
        Web.Answer answer = web.anonymous().in(language).get("/privacy");
        assertThat(answer.status()).isEqualTo(200);
        return answer.page();
    }

    /** The template is filled with what the classes of columns say, and says that it is a template. */
    @Test
    void untilSomethingIsPublishedThereIsATemplate() {
        for (Map.Entry<String, String> mark : Map.of(
                        "en",
                        "This is a template",
                        "uk",
                        "Це шаблон",
                        "ru",
                        "Это шаблон",
                        "sr",
                        "Ово је образац",
                        "sr-Latn",
                        "Ovo je obrazac")
                .entrySet()) {
            Document page = privacy(mark.getKey());
            assertThat(page.select(".g-find b").text()).isEqualTo(mark.getValue());
            assertThat(page.select("main .g-text h2")).hasSize(8);
        }
        assertThat(privacy("en").select("main .g-text li").eachText())
                .contains("Account: name, mail address, language, time zone");
    }

    @Test
    void aNoticeIsDraftedLookedAtAndPublished() {
        assertThat(name(PATH).location()).isEqualTo(PATH);
        assertThat(save(
                                PATH,
                                Map.of(
                                        "en",
                                        "## Who\r\n\r\nWe, <b>the office</b>.\r\n\r\n- one\r\n- two\r\n",
                                        "uk",
                                        "Ми."))
                        .location())
                .isEqualTo(PATH);
        assertThat(privacy("en").select(".g-find b").text())
                .as("a draft is nobody’s business")
                .isEqualTo("This is a template");
        Document preview = operator.get(PATH).page();
        assertThat(preview.select(".g-panel h2").text()).isEqualTo("Who");
        assertThat(preview.select(".g-panel li").eachText()).containsExactly("one", "two");
        assertThat(publish(PATH).location()).isEqualTo(PATH);

        Document page = privacy("en");
        assertThat(page.select(".g-find")).isEmpty();
        assertThat(page.select("main .g-text p").text()).isEqualTo("We, <b>the office</b>.");
        assertThat(page.select(".g-sum dd").eachText())
                .containsExactly("Office of Samples", "Sample Street 1 0123", "data@samples.example");
        assertThat(privacy("uk").select("main .g-text p").text()).isEqualTo("Ми.");
        assertThat(privacy("sr").select("main .g-text").attr("lang"))
                .as("said in another language")
                .isIn("uk", "en");
        assertThat(web.as("resident")
                        .in("en")
                        .get("/privacy")
                        .page()
                        .select("main .g-text p")
                        .text())
                .isEqualTo("We, <b>the office</b>.");
    }

    @Test
    void theListCostsTheSameWithMoreOrganisers() {
        operator.get("/operate/notices");
        web.statements();
        operator.get("/operate/notices");
        int cost = web.statements().size();
        assertThat(cost).isEqualTo(4);
        jdbc.sql("update registry.body set organising = true where code in ('VK-01-001', 'VK-01-002', 'VK-01-003')")
                .update();
        assertThat(operator.get("/operate/notices").page().select("tbody tr")).hasSizeGreaterThan(3);
        assertThat(web.statements()).hasSize(cost);
        jdbc.sql("update registry.body set organising = false where code in ('VK-01-001', 'VK-01-002', 'VK-01-003')")
                .update();
    }

    @Test
    void whatASavedTextWasIsInTheRecordOfActions() {
        save(PATH, Map.of("en", "First.", "uk", "Перший."));
        save(PATH, Map.of("en", "Second.", "uk", "Перший."));
        assertThat(operator.in("en")
                        .get("/deeds?kind=notice")
                        .page()
                        .select("tbody tr")
                        .first()
                        .text())
                .contains("Text in English", "First.", "Second.")
                .doesNotContain("Text in Ukrainian");
    }

    /** The queries ask for the operator themselves, whatever route leads to them. The control: for the operator they work. */
    @Test
    void nobodyElsesQueryReachesADraft() {
        Map<Language, String> texts = PrivacyNotice.texts("", "", "", "Text");
        Controllership office = new Controllership(organiser, "Office", "Street 1", "data@x.example", "", 0);
        Viewer stranger = viewers.of(Cast.person(jdbc, "organiser"), true).orElseThrow();
        Viewer rightful = viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow();
        assertThat(controllers.save(stranger, office)).isEmpty();
        assertThat(controllers.save(rightful, office)).isPresent();
        assertThat(notices.save(stranger, organiser, texts, 0)).isEmpty();
        assertThat(notices.save(rightful.halfway(), organiser, texts, 0)).isEmpty();
        UUID draft = notices.save(rightful, organiser, texts, 0).orElseThrow();
        assertThat(notices.draft(stranger, organiser)).isEmpty();
        assertThat(notices.progress(stranger)).isEmpty();
        assertThat(notices.progress(rightful)).anyMatch(far -> organiser.equals(far.body()) && far.draft());
        PrivacyNotice shown = notices.draft(rightful, organiser).orElseThrow();
        assertThat(notices.publish(stranger, draft, shown.version())).isEmpty();
        assertThat(notices.publish(rightful, draft, shown.version())).contains(1);
    }

    @Test
    void whatIsPublishedStays() {
        name(PATH);
        save(PATH, Map.of("en", "First"));
        publish(PATH);
        save(PATH, Map.of("en", "Second"));
        assertThat(privacy("en").select("main .g-text p").text()).isEqualTo("First");
        publish(PATH);
        assertThat(privacy("en").select("main .g-text p").text()).isEqualTo("Second");
        Document old = web.anonymous().in("en").get("/privacy/installation/1").page();
        assertThat(old.select("main .g-text p").text()).isEqualTo("First");
        assertThat(old.select(".g-find a").attr("href")).isEqualTo("/privacy");
        assertThatThrownBy(() -> jdbc.sql("update personal.notice set text_en = 'Third' where number = 1")
                        .update())
                .hasMessageContaining("A published notice stays as it is");
        assertThatThrownBy(() ->
                        jdbc.sql("delete from personal.notice where number = 1").update())
                .hasMessageContaining("A published notice stays as it is");
    }

    @Test
    void anOrganiserHasANoticeOfItsOwn() {
        String path = "/operate/notices/" + organiser;
        assertThat(web.anonymous().get("/privacy/" + organiser).status()).isEqualTo(404);
        name(path);
        save(path, Map.of("uk", "Ми, асоціація."));
        publish(path);
        Document page = web.anonymous().get("/privacy/" + organiser).page();
        assertThat(page.select("main .g-text p").text()).isEqualTo("Ми, асоціація.");
        assertThat(privacy("en")
                        .select("section[aria-labelledby=others] a[href^=/privacy/]")
                        .attr("href"))
                .isEqualTo("/privacy/" + organiser);
        assertThat(operator.get("/operate/notices").page().select("tbody tr")).hasSizeGreaterThan(1);
        assertThat(jdbc.sql("select verb from deed.deed where body_id = ? order by id")
                        .param(organiser.value())
                        .query(String.class)
                        .list())
                .containsExactly("controller.changed", "notice.saved", "notice.published");
    }

    @Test
    void nothingTypedIsLost() {
        Web.Answer answer = operator.submit(
                PATH,
                PATH + "/controller",
                Map.of("name", "", "contact", "Sample Street", "mail", "no address", "officer", "x\u0000"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".g-errors a").eachAttr("href")).containsExactly("#mail", "#name", "#officer");
        assertThat(answer.page().select("#contact").val()).isEqualTo("Sample Street");
        assertThat(answer.page().select("#mail").val()).isEqualTo("no address");

        Web.Answer empty = save(PATH, Map.of());
        assertThat(empty.status()).isEqualTo(422);
        Web.Answer endless = save(PATH, Map.of("en", "x".repeat(60_001), "uk", "Ми."));
        assertThat(endless.status()).isEqualTo(422);
        assertThat(endless.page().select("#uk").val()).isEqualTo("Ми.");
    }

    /** Two operators at once: the second is told, and keeps what was typed. */
    @Test
    void nobodyWritesOverAnother() {
        name(PATH);
        save(PATH, Map.of("en", "Mine"));
        Web.Answer shown = operator.get(PATH);
        assertThat(save(PATH, Map.of("en", "Theirs")).status()).isEqualTo(302);
        Web.Answer late = operator.submit(shown, PATH + "/draft", Map.of("en", "Mine again"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select("#en").val()).isEqualTo("Mine again");
        assertThat(operator.submit(shown, PATH + "/publication", Map.of()).status())
                .as("not what was looked at")
                .isEqualTo(422);
        Web.Answer another = operator.get(PATH);
        assertThat(operator.submit(shown, PATH + "/controller", Map.of("name", "Other"))
                        .status())
                .isEqualTo(302);
        assertThat(operator.submit(another, PATH + "/controller", Map.of("name", "Another"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aNoticeWithoutAControllerIsNotPublished() {
        save(PATH, Map.of("en", "Text"));
        Web.Answer answer = publish(PATH);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".g-errors a").attr("href")).isEqualTo("#name");
    }

    @Test
    void onlyOperatorsEdit() {
        for (String who : List.of("organiser", "specialist", "resident")) {
            assertThat(web.as(who).get("/operate/notices").status()).isEqualTo(404);
            assertThat(web.as(who).get(PATH).status()).isEqualTo(404);
        }
        for (String bad : List.of(
                "/privacy/x",
                "/privacy/x/1",
                "/privacy/installation/0",
                "/privacy/installation/99",
                "/operate/notices/x",
                "/operate/notices/00000000-0000-0000-0000-000000000000",
                "/privacy/installation/1e9")) {
            assertThat(operator.get(bad).status()).as(bad).isEqualTo(404);
        }
    }
}
