package org.glasnik.officialpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deeds;
import org.glasnik.personal.Erasures;
import org.glasnik.testing.Cast;
import org.glasnik.testing.CastPages;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who enters, changes, reviews, archives and deletes pages, and what is said where it does not work. */
@GlasnikTest
class PageChangesTest {
    private static final String BODY = "VK-01-002";

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    PageFates fates;

    @Autowired
    Deeds deeds;

    @Autowired
    Erasures erasures;

    private static Map<String, String> page(String address) {
        return new HashMap<>(Map.of("body", BODY, "address", address, "status", "live", "category", "active"));
    }

    private String add(Web browser, String address) {
        Web.Answer added = browser.submit("/pages/new?body=" + BODY, "/pages", page(address));
        assertThat(added.status())
                .as(() -> added.page().select(".g-errors").text())
                .isEqualTo(302);
        return added.location();
    }

    private List<String> verbs(String page) {
        return jdbc.sql("select verb from deed.deed where object_id = ? order by id")
                .param(id(page))
                .query(String.class)
                .list();
    }

    private static UUID id(String page) {
        return UUID.fromString(page.replaceFirst("^/pages/", ""));
    }

    private String of(String page, String column) {
        return jdbc.sql("select " + column + "::text from officialpage.page where id = ?")
                .param(id(page))
                .query(String.class)
                .single();
    }

    private List<String> errors(Web.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.page().select(".g-errors li").eachText();
    }

    @Test
    void aPageIsKeptAsItsPlatformKnowsIt() {
        String page = add(web.as("specialist"), "https://m.vk.com/Public77?w=wall-77_1");
        assertThat(of(page, "platform") + " " + of(page, "key") + " " + of(page, "address"))
                .isEqualTo("vk club77 https://vk.com/club77");
        assertThat(verbs(page)).containsExactly("webpage.added");
        Web.Answer shown = web.anonymous().in("en").get(page);
        assertThat(shown.page().select("h1").text()).isEqualTo("club77");
        assertThat(shown.page().select("main form")).isEmpty();
    }

    /** By seats of the body: those three run its pages, others in it do not. */
    @Test
    void whoMayEnterAPageOfABody() {
        Map<String, Integer> statuses = new TreeMap<>();
        PersonId other = Cast.person(jdbc, "umovnyi");
        jdbc.sql(
                        "insert into identity.membership (person_id, body_id, seat, since) values (?, ?, 'other', '2027-01-01')")
                .params(other.value(), Cast.body(jdbc, BODY).value())
                .update();
        int n = 0;
        for (String who :
                List.of("specialist", "manager", "umovnyi", "specialist2", "organiser", "operator", "pageadmin")) {
            statuses.put(
                    who,
                    web.as(who)
                            .submit("/pages/new", "/pages", page("https://github.com/entering" + n++))
                            .status());
        }
        assertThat(statuses)
                .isEqualTo(Map.of(
                        "specialist",
                        302,
                        "manager",
                        302,
                        "umovnyi",
                        422,
                        "specialist2",
                        422,
                        "organiser",
                        422,
                        "operator",
                        302,
                        "pageadmin",
                        422));
        String inside = add(web.as("specialist"), "https://github.com/inside");
        assertThat(web.as("umovnyi").get(inside).page().select("aside form")).isEmpty();
        assertThat(web.as("umovnyi").get(inside + "/edit").status()).isEqualTo(404);
        Map<String, String> hospital = page("https://github.com/hospital");
        hospital.put("body", "VK-01-101");
        assertThat(web.as("pageadmin").submit("/pages/new", "/pages", hospital).status())
                .isEqualTo(302);
        jdbc.sql("delete from identity.membership where person_id = ? and seat = 'other' and since = '2027-01-01'")
                .param(other.value())
                .update();
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        Map<String, String> wrong = new HashMap<>(Map.of(
                "body", "no-such",
                "address", "https://youtu.be/abc",
                "category", "",
                "purpose", "я".repeat(501),
                "unit", "a\u202eb",
                "openedOn", "2099-01-01",
                "otherLanguages", "klingon, xx"));
        Web.Answer answer = web.as("operator").in("en").submit("/pages/new", "/pages", wrong);
        assertThat(errors(answer))
                .containsExactly(
                        "Body: There is no body with the code no-such, or others run its pages: look the code up in the register",
                        "Address of the page: This address does not say whose page it is: open the page itself and copy its address",
                        "Category: Choose one from the list",
                        "Purpose: Shorten to 500 characters",
                        "Unit in charge: Remove invisible characters: type the text again",
                        "Opened on: Choose today or a day in the past",
                        "Other languages: Keep codes of languages such as hu, ten at most");
        assertThat(answer.page().title()).startsWith("Error: ");
        wrong.forEach((field, typed) -> assertThat(
                        answer.page().select("[name=" + field + "]").val())
                .as(field)
                .isEqualTo(typed));
        answer.page()
                .select(".g-errors a")
                .forEach(link -> assertThat(answer.page().select(link.attr("href")))
                        .as(link.text())
                        .hasSize(1));
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithItsReason() {
        Map<String, String> said = new TreeMap<>();
        for (String address :
                List.of("https://vk.соm/hromada", "@hromada", "press@hromada.example", "https://vk.com/feed", "")) {
            said.put(
                    address,
                    errors(web.as("specialist").in("en").submit("/pages/new?body=" + BODY, "/pages", page(address)))
                            .getFirst()
                            .replace("Address of the page: ", ""));
        }
        assertThat(said)
                .isEqualTo(Map.of(
                        "", "Fill in this field",
                        "@hromada", "A name alone may be on several platforms: write the whole address",
                        "https://vk.com/feed",
                                "This address does not say whose page it is: open the page itself and copy its address",
                        "https://vk.соm/hromada",
                                "The address only looks like vk.com and leads to vk.xn--m-0tbi: check where it comes from",
                        "press@hromada.example",
                                "Write the page’s whole address, for example https://www.facebook.com/town"));
    }

    @Test
    void nothingThatIsTypedBreaksTheForm() {
        for (String hostile :
                List.of("\0", "a\0b", "<script>", "'; drop table officialpage.page --", "=1+1", "😀".repeat(400))) {
            Map<String, String> fields = new HashMap<>();
            for (String field : List.of("body", "address", "purpose", "unit", "openedOn", "otherLanguages")) {
                fields.put(field, hostile);
            }
            assertThat(web.as("operator").submit("/pages/new", "/pages", fields).status())
                    .as(hostile)
                    .isEqualTo(422);
        }
        Map<String, String> forged = page("https://github.com/forged");
        forged.put("responsible", "not an id");
        Web.Answer answer = web.as("specialist").in("en").submit("/pages/new?body=" + BODY, "/pages", forged);
        assertThat(errors(answer))
                .containsExactly("Responsible person: Choose somebody who works in the body or keeps its record");
    }

    @Test
    void anAddressIsOneBodysAtATime() {
        Web specialist = web.as("specialist").in("en");
        String page = add(specialist, "https://www.instagram.com/one.at.a.time/");
        Web.Answer refused =
                specialist.submit("/pages/new?body=" + BODY, "/pages", page("instagram.com/One.At.A.Time?igshid=x"));
        assertThat(errors(refused))
                .containsExactly(
                        "Address of the page: The register has this address already: archive that record first");
        assertThat(refused.page().select("main a[href=" + page + "]")).hasSize(1);
        // A planned page that the viewer may not see is taken all the same, and not shown.
        Map<String, String> elsewhere = page("https://www.tiktok.com/@glasnik_demo_vyhadivka");
        elsewhere.put("body", "VK-01-101");
        Web.Answer hidden = web.as("pageadmin").submit("/pages/new", "/pages", elsewhere);
        assertThat(hidden.status()).isEqualTo(422);
        assertThat(hidden.page().select("main a[href^=/pages/0]")).isEmpty();
        specialist.submit(page, page + "/archival", Map.of());
        String next = add(specialist, "https://instagr.am/one.at.a.time");
        specialist.post(
                page + "/archival/undo",
                Map.of(
                        "_csrf",
                        specialist.get(next).page().select("[name=_csrf]").val()));
        assertThat(of(page, "status")).isEqualTo("archived");
        assertThat(specialist.get("/pages").page().select(".g-notice").text())
                .isEqualTo("It cannot come back: another page has the address by now.");
    }

    /** The guarantee is the database's: with its index off, two pages have one address. */
    @Test
    void twoPagesOfOneAddressAreRefusedByTheDatabase() {
        String page = add(web.as("specialist"), "https://github.com/unique");
        String again = """
                insert into officialpage.page (body_id, platform, key, handle, address, name, likeness, status, created_at, changed_at)
                select body_id, platform, key, handle, address, name, likeness, 'live', created_at, changed_at
                from officialpage.page where id = '%s'""".formatted(id(page));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("drop index officialpage.page_once").update();
            assertThat(jdbc.sql(again).update()).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> jdbc.sql(again).update()).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void peopleBehindAPageAreThoseOfItsBody() {
        Web specialist = web.as("specialist");
        String page = add(specialist, "https://github.com/people");
        Web.Answer form = specialist.get(page + "/edit");
        assertThat(form.page().select("#responsible option").eachText())
                .containsExactly("нікого не названо", name("manager"), name("specialist"));
        String manager = Cast.person(jdbc, "manager").toString();
        String both = manager + "," + Cast.person(jdbc, "specialist");
        specialist.submit(form, page, Map.of("responsible", manager, "administrators", both));
        assertThat(verbs(page))
                .containsExactly(
                        "webpage.added", "webpage.answering", "webpage.administering", "webpage.administering");
        assertThat(jdbc.sql("select count(*) from deed.detail where person_id = ? and changes like '%responsible%'")
                        .param(Cast.person(jdbc, "manager").value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(specialist.get(page).page().select("#people ~ dl dd").eachText())
                .containsExactly(name("manager"), name("manager") + " " + name("specialist"));
        Web.Answer same =
                specialist.submit(page + "/edit", page, Map.of("responsible", manager, "administrators", both));
        assertThat(same.status()).isEqualTo(302);
        assertThat(verbs(page)).hasSize(4);
    }

    private String name(String key) {
        return jdbc.sql("select name from identity.person where id = ?")
                .param(Cast.person(jdbc, key).value())
                .query(String.class)
                .single();
    }

    /** Whoever has left counts no longer; whoever is erased is gone from the table. */
    @Test
    void whoHasLeftAnswersForNothingAndWhoIsErasedIsGone() {
        UUID police = Cast.body(jdbc, "VK-00-002").value();
        PersonId person = Cast.person(jdbc, "nibytenko");
        String page = "/pages/" + CastPages.page(jdbc, "https://www.facebook.com/glasnik_demo_rescue_vyhadana");
        Web operator = web.as("operator").in("en");
        assertThat(operator.get(page).page().select(".g-find b").eachText()).isEmpty();
        jdbc.sql("update identity.membership set until = '2027-03-01' where body_id = ?")
                .param(police)
                .update();
        assertThat(operator.get(page).page().select(".g-find b").eachText()).containsExactly("no responsible person");
        assertThat(operator.get(page).page().select("#people ~ dl .g-chip").eachText())
                .containsExactly("works here no more");
        transaction.executeWithoutResult(status -> erasures.erase(Viewer.NOBODY, person, () -> true));
        assertThat(jdbc.sql("select count(*) from officialpage.responsible where page_id = ?")
                        .param(id(page))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(operator.get(page).page().select("#people ~ dl dd").eachText())
                .containsExactly("nobody is named", "nobody is named");
    }

    @Test
    void twoWhoChangeTheSameRecordSeeEachOther() {
        String page = add(web.as("specialist"), "https://github.com/conflict");
        Web me = web.as("manager").in("en");
        Web.Answer mine = me.get(page + "/edit");
        web.as("specialist").submit(page + "/edit", page, Map.of("purpose", "Їхня", "unit", "Їхній"));
        Web.Answer conflict = me.submit(mine, page, Map.of("purpose", "Моя"));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.page().select(".g-errors tbody tr").eachText())
                .containsExactly("Purpose Моя Їхня", "Unit in charge empty Їхній");
        assertThat(conflict.page().select("[name=purpose]").val()).isEqualTo("Моя");
        assertThat(of(page, "purpose")).isEqualTo("Їхня");
        assertThat(me.submit(conflict, page, Map.of()).status()).isEqualTo(302);
        assertThat(of(page, "purpose")).isEqualTo("Моя");
    }

    @Test
    void oneButtonSaysThatItWasLookedAt() {
        Web specialist = web.as("specialist").in("en");
        String page = "/pages/" + CastPages.page(jdbc, "https://t.me/glasnik_demo_vyhadivka");
        assertThat(specialist.get(page).page().select(".g-chip.g-late").text()).isEqualTo("review overdue");
        Web.Answer done = specialist.submit(page, page + "/review", Map.of());
        Web.Answer shown = specialist.get(done.location());
        assertThat(shown.page().select(".g-notice p").text()).isEqualTo("Noted: reviewed today.");
        assertThat(shown.page().select(".g-chip.g-good").text()).isEqualTo("reviewed 8 March 2027");
        assertThat(shown.page().select("aside").text()).contains("Next review due on 8 March 2028");
        assertThat(verbs(page)).containsExactly("webpage.reviewed");
        specialist.submit(shown, page + "/review/undo", Map.of());
        assertThat(specialist.get(page).page().select(".g-chip.g-late").text()).isEqualTo("review overdue");
        assertThat(verbs(page)).containsExactly("webpage.reviewed", "webpage.reviewTakenBack");
        // Nobody takes back what another has seen.
        specialist.submit(page, page + "/review", Map.of());
        Web manager = web.as("manager");
        manager.post(
                page + "/review/undo",
                Map.of("_csrf", manager.get(page).page().select("[name=_csrf]").val()));
        assertThat(specialist.get(page).page().select(".g-chip.g-good")).hasSize(1);
        specialist.post(
                page + "/review/undo",
                Map.of(
                        "_csrf",
                        specialist.get(page).page().select("[name=_csrf]").val()));
    }

    @Test
    void whatIsArchivedStaysKnownAndComesBack() {
        Web specialist = web.as("specialist").in("en");
        String page = add(specialist, "https://github.com/archived");
        Web.Answer archived = specialist.submit(page, page + "/archival", Map.of());
        Web.Answer shown = web.anonymous().in("en").get(archived.location());
        assertThat(shown.page().select(".g-find.stop b").text())
                .isEqualTo("This page is no longer official: archived on 8 March 2027.");
        assertThat(specialist.get(page).page().select("form[action$=/review]")).isEmpty();
        assertThat(specialist
                        .submit(page + "/edit", page, Map.of("purpose", "Was here"))
                        .status())
                .isEqualTo(302);
        assertThat(of(page, "status")).isEqualTo("archived");
        specialist.submit(page, page + "/archival/undo", Map.of());
        assertThat(of(page, "status") + " " + of(page, "archived_on is null")).isEqualTo("live true");
        assertThat(verbs(page))
                .containsExactly("webpage.added", "webpage.archived", "webpage.changed", "webpage.reopened");
    }

    @Test
    void whatIsDeletedComesBackForThirtyDays() {
        Web operator = web.as("operator");
        String page = add(operator, "https://github.com/deleted");
        Web.Answer deleted = operator.submit(page, page + "/deletion", Map.of());
        assertThat(deleted.location()).isEqualTo("/bodies/" + Cast.body(jdbc, BODY));
        assertThat(operator.get(deleted.location()).page().select(".g-notice p").text())
                .isEqualTo("Запис про https://github.com/deleted у кошику. Відновити можна протягом 30 днів.");
        assertThat(operator.get(page).status()).isEqualTo(404);
        assertThat(web.as("organiser").get("/bin").body()).doesNotContain("github.com/deleted");
        assertThat(operator.submit("/bin", page + "/deletion/undo", Map.of()).status())
                .isEqualTo(302);
        assertThat(operator.get(page).status()).isEqualTo(200);
        operator.submit(page, page + "/deletion", Map.of());
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        empty();
        assertThat(of(page, "deleted_at is null")).isEqualTo("false");
        clock.advance(Duration.ofSeconds(2));
        empty();
        assertThat(jdbc.sql("select count(*) from officialpage.page where id = ?")
                        .param(id(page))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(verbs(page)).last().isEqualTo("webpage.purged");
        clock.set(TestClock.START);
    }

    private void empty() {
        transaction.executeWithoutResult(status -> OfficialPageConfiguration.empty(fates, deeds, (Clock) clock));
    }

    @Test
    void ownershipIsShownInThreeWays() {
        Web specialist = web.as("specialist").in("en");
        String page = add(specialist, "https://github.com/proven");
        Web anyone = web.anonymous().in("en");
        assertThat(anyone.get(page).page().select("#proof + p").text())
                .isEqualTo("Nobody has shown yet that the page is this body’s own.");
        String proof = page + "/proof";
        specialist.submit(
                proof, proof + "/link", Map.of("link", "vyhadivska.example/kontakty#merezhi", "seenOn", "2027-03-05"));
        assertThat(anyone.get(page).page().select("#proof + p").text())
                .isEqualTo("Shown by a link from the body’s site, seen on 5 March 2027.");
        assertThat(jdbc.sql("select address from officialpage.proof where page_id = ?")
                        .param(id(page))
                        .query(String.class)
                        .single())
                .isEqualTo("https://vyhadivska.example/kontakty#merezhi");
        specialist.submit(proof, proof + "/code", Map.of());
        String code = specialist.get(proof).page().select(".g-code").text();
        assertThat(code).matches("glasnik-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
        assertThat(anyone.get(page).body()).doesNotContain(code);
        specialist.submit(proof, proof + "/code/seen", Map.of("seenOn", "2027-03-06"));
        assertThat(anyone.get(page).page().select("#proof + p").text())
                .isEqualTo("Shown by a code on the page, seen on 6 March 2027.");
        specialist.submit(
                proof,
                proof + "/word",
                Map.of("name", "Олена Слово", "position", "Секретарка ради", "mail", "O.Slovo@vyhadivska.example"));
        Web.Answer shown = specialist.get(page);
        assertThat(shown.page().select("#proof + p").text())
                .isEqualTo("Confirmed by an officer of the body on 8 March 2027.");
        assertThat(shown.page().select(".g-lines li")).hasSize(3);
        assertThat(anyone.get(page).body()).doesNotContain("Олена Слово");
        assertThat(verbs(page)).containsExactly("webpage.added", "webpage.proved", "webpage.proved", "webpage.proved");
        String removal = shown.page().select("form[action$=/removal]").first().attr("action");
        specialist.submit(shown, removal, Map.of());
        assertThat(anyone.get(page).page().select("#proof + p").text())
                .isEqualTo("Shown by a code on the page, seen on 6 March 2027.");
        assertThat(specialist
                        .post(
                                removal,
                                Map.of(
                                        "_csrf",
                                        shown.page().select("[name=_csrf]").val()))
                        .status())
                .isEqualTo(404);
    }

    /** Or whoever has shown one page could have another believed. */
    @Test
    void whatWasShownOfOneAddressSaysNothingOfAnother() {
        Web specialist = web.as("specialist").in("en");
        String page = add(specialist, "https://github.com/first");
        specialist.submit(page + "/proof", page + "/proof/link", Map.of("link", "https://vyhadivska.example"));
        specialist.submit(page, page + "/review", Map.of());
        specialist.submit(page + "/edit", page, Map.of("address", "https://github.com/First?tab=x", "purpose", "Код"));
        assertThat(specialist.get(page).page().select(".g-lines li")).hasSize(1);
        assertThat(specialist.get(page).page().select(".g-chip.g-good")).hasSize(1);
        specialist.submit(page + "/edit", page, Map.of("address", "https://github.com/second"));
        assertThat(specialist.get(page).page().select("#proof + p").text())
                .isEqualTo("Nobody has shown yet that the page is this body’s own.");
        assertThat(specialist.get(page).page().select(".g-chip.g-wait").first().text())
                .isEqualTo("not reviewed yet");
        Web operator = web.as("operator").in("en");
        operator.submit(page + "/proof", page + "/proof/link", Map.of("link", "https://vyhadivska.example"));
        operator.submit(page, page + "/review", Map.of());
        operator.submit(page + "/edit", page, Map.of("body", "VK-01-001"));
        assertThat(operator.get(page).page().select(".g-lines li")).isEmpty();
        assertThat(operator.get(page).page().select(".g-chip.g-good")).hasSize(1);
    }

    @Test
    void aProofThatIsNoneIsRefused() {
        Web specialist = web.as("specialist").in("en");
        String proof = add(specialist, "https://github.com/unproven") + "/proof";
        assertThat(errors(specialist.submit(
                        proof, proof + "/link", Map.of("link", "no address", "seenOn", "2099-01-01"))))
                .containsExactly(
                        "Address on the body’s site: Write the whole address, for example https://town.example/contact",
                        "When: Choose today or a day in the past");
        assertThat(errors(specialist.submit(
                        proof, proof + "/word", Map.of("name", "https://x.example", "mail", "x", "seenOn", "?"))))
                .containsExactly(
                        "Name: Write the name without a web address",
                        "Position: Fill in this field",
                        "Mail: Write the whole address, for example press@town.example",
                        "When: Choose a day in the calendar");
        assertThat(specialist
                        .post(
                                proof + "/code/seen",
                                Map.of(
                                        "_csrf",
                                        specialist
                                                .get(proof)
                                                .page()
                                                .select("[name=_csrf]")
                                                .val()))
                        .status())
                .isEqualTo(404);
    }

    /** Terms are data: one that a jurisdiction has of its own counts there from its day on, and no page elsewhere is touched. */
    @Test
    void aTermOfReviewIsDatedAndOfItsJurisdiction() {
        Web operator = web.as("operator").in("en");
        String page = "/pages/" + CastPages.page(jdbc, "https://www.facebook.com/glasnik_demo_vyhadivka");
        assertThat(operator.get(page).page().select("aside").text()).contains("Next review due on 9 November 2027");
        Map<String, String> term = new HashMap<>(Map.of(
                "jurisdiction",
                "XV",
                "months",
                "6",
                "since",
                "2027-03-08",
                "basis",
                "Order 5",
                "verifiedOn",
                "2027-03-01"));
        operator.submit("/pages/terms", "/pages/terms", term);
        assertThat(operator.get(page).page().select("aside").text()).contains("Next review due on 9 May 2027");
        term.put("months", "3");
        assertThat(errors(operator.submit("/pages/terms", "/pages/terms", term)))
                .containsExactly("Since: Choose a later day: another term already begins on that day or later");
        term.put("since", "2027-04-01");
        Web.Answer begun = operator.submit("/pages/terms", "/pages/terms", term);
        Web.Answer shown = operator.get(begun.location());
        assertThat(shown.page().select("tbody tr").eachText())
                .containsExactly(
                        "wherever there is no other term 12 1 January 2016 U.S. Digital Registry: yearly review 22 November 2026",
                        "The Invented Country 3 1 April 2027 Order 5 1 March 2027",
                        "The Invented Country 6 8 March 2027 1 April 2027 Order 5 1 March 2027");
        assertThat(operator.get(page).page().select("aside").text()).contains("Next review due on 9 May 2027");
        String undo = shown.page().select(".g-notice form").attr("action");
        operator.submit(shown, undo, Map.of());
        assertThat(operator.get("/pages/terms").page().select("tbody tr")).hasSize(2);
        String only = jdbc.sql("select id::text from officialpage.term where jurisdiction is null")
                .query(String.class)
                .single();
        assertThat(operator.post(
                                "/pages/terms/" + only + "/removal",
                                Map.of(
                                        "_csrf",
                                        shown.page().select("[name=_csrf]").val()))
                        .status())
                .isEqualTo(404);
        jdbc.sql("delete from officialpage.term where jurisdiction = 'XV'").update();
    }

    @Test
    void whoAnswersIsRemindedBeforeAndAfterTheDay() {
        Web specialist = web.as("specialist").in("en");
        assertThat(specialist.get("/").page().select(".g-steps h3").eachText())
                .containsExactly("Review an official page");
        assertThat(specialist.get("/").page().select(".g-steps .g-chip").eachText())
                .containsExactly("late");
        assertThat(web.as("organiser")
                        .in("en")
                        .get("/")
                        .page()
                        .select(".g-steps h3")
                        .eachText())
                .doesNotContain("Review an official page");
        clock.set(TestClock.START.plus(Duration.ofDays(217)));
        // 11 October 2027: the one of the ninth of November comes within 30 days.
        assertThat(specialist.get("/").page().select(".g-steps h3")).hasSize(2);
        clock.set(TestClock.START);
    }
}
