package org.glasnik.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.identity.Seat;
import org.glasnik.identity.Viewers;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens behind the link of an invitation. */
@GlasnikTest
class AnsweringInvitationsTest {
    private static final Pattern LINK = Pattern.compile("/invitations/letter/[A-Za-z0-9_-]{43}");

    @Autowired
    Inviting inviting;

    @Autowired
    Invitations invitations;

    @Autowired
    Viewers viewers;

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private BodyId body;

    @BeforeEach
    void nothingSent() {
        jdbc.sql("delete from invitation.invitation").update();
        jdbc.sql("delete from notify.letter").update();
        body = Cast.body(jdbc, "VK-01-002");
    }

    /** The link in the letter. */
    private String invited(String mail) {
        Viewer by = viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow();
        transaction.executeWithoutResult(status -> inviting.invite(
                by,
                body,
                new InvitationForm.Invited("Ana Prva", MailAddress.of(mail).orElseThrow(), Seat.OTHER, Language.EN)));
        Matcher link = LINK.matcher(jdbc.sql("select text from notify.letter where to_address = ?")
                .param(mail)
                .query(String.class)
                .single());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    /** The query asks itself who may fill the seat, whatever route leads to it. */
    @Test
    void whoeverMayFillTheSeatFindsItsInvitation() {
        Map<String, List<Seat>> found = new java.util.TreeMap<>();
        Viewer by = viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow();
        for (Seat seat : List.of(Seat.OTHER, Seat.DESK)) {
            InvitationForm.Invited invited = new InvitationForm.Invited(
                    "Ana", MailAddress.of(seat.tag() + "@x.example").orElseThrow(), seat, Language.EN);
            transaction.executeWithoutResult(status -> inviting.invite(by, body, invited));
        }
        InvitationId desk = invitations.to(body, by).get(1).id();
        Map<String, Boolean> one = new java.util.TreeMap<>();
        jdbc.sql("update registry.body set keeper_id = ? where id = ?")
                .params(Cast.body(jdbc, "CN-00-002").value(), body.value())
                .update();
        for (String key :
                List.of("manager", "manager2", "operator", "organiser", "organiser2", "resident", "specialist")) {
            Viewer viewer = viewers.of(Cast.person(jdbc, key), true).orElseThrow();
            found.put(
                    key,
                    invitations.to(body, viewer).stream().map(Invitation::seat).toList());
            one.put(key, invitations.to(body, desk, viewer).isPresent());
        }
        jdbc.sql("update registry.body set keeper_id = null where id = ?")
                .param(body.value())
                .update();
        List<Seat> both = List.of(Seat.OTHER, Seat.DESK);
        assertThat(found)
                .isEqualTo(Map.of(
                        "manager",
                        List.of(Seat.OTHER),
                        "manager2",
                        List.of(),
                        "operator",
                        both,
                        "organiser",
                        both,
                        "organiser2",
                        List.of(),
                        "resident",
                        List.of(),
                        "specialist",
                        List.of()));
        assertThat(one)
                .isEqualTo(Map.of(
                        "manager",
                        false,
                        "manager2",
                        false,
                        "operator",
                        true,
                        "organiser",
                        true,
                        "organiser2",
                        false,
                        "resident",
                        false,
                        "specialist",
                        false));
    }

    private int people(String mail) {
        return jdbc.sql("select count(*) from identity.person where mail_key = ? and deleted_at is null")
                .param(mail)
                .query(Integer.class)
                .single();
    }

    /**
     * The browser drops the first answer and its cookie with it. What it then gets must not be the redirect to a page that asks
     * who is there: it is where to sign in.
     */
    @Test
    void aDoubleClickLeadsToTheSignIn() {
        String link = invited("double@x.example");
        Web browser = web.anonymous().in("en");
        Web.Answer page = browser.get(link);
        CookieStore cookies = browser.cookies().getCookieStore();
        List<HttpCookie> before = List.copyOf(cookies.getCookies());
        Web.Answer first = browser.submit(page, link + "/acceptance", Map.of());
        assertThat(first.status()).isEqualTo(302);
        assertThat(people("double@x.example")).isEqualTo(1);

        cookies.removeAll();
        before.forEach(cookie -> cookies.add(URI.create(browser.url("/")), cookie));
        Web.Answer second = browser.submit(page, link + "/acceptance", Map.of());
        assertThat(second.status()).isEqualTo(404);
        assertThat(second.page().select("main .btn").attr("href")).isEqualTo("/sign-in");
        assertThat(second.page().select(".g-lead").text()).contains("If you have accepted it, sign in");
    }

    /** The control is an invitation without a keeper, which those organisers do not read. */
    @Test
    void organisersOfTheKeeperReadWhatBecameOfAnInvitation() {
        String link = invited("first@x.example");
        Web browser = web.anonymous();
        browser.submit(link, link + "/acceptance", Map.of());
        assertThat(deeds("organiser")).isEmpty();

        jdbc.sql("update registry.body set keeper_id = ? where id = ?")
                .params(Cast.body(jdbc, "CN-00-002").value(), body.value())
                .update();
        String kept = invited("second@x.example");
        web.anonymous().submit(kept, kept + "/acceptance", Map.of());
        assertThat(deeds("organiser")).containsExactly("invitation.sent", "invitation.accepted");
        assertThat(deeds("organiser2")).isEmpty();
        jdbc.sql("update registry.body set keeper_id = null where id = ?")
                .param(body.value())
                .update();
    }

    private List<String> deeds(String reader) {
        return Pattern.compile("\"verb\" ?: ?\"([^\"]+)\"")
                .matcher(web.as(reader)
                        .get("/deeds.json?sort=at&kind=invitation")
                        .body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** It is said, the link stays good, and once the person is back it is the way in. */
    @Test
    void anAddressInTheBinIsSaidToWhoeverHasTheLetter() {
        String mail = jdbc.sql("select mail from identity.person where id = ?")
                .param(Cast.person(jdbc, "resident").value())
                .query(String.class)
                .single();
        String link = invited(mail);
        Web browser = web.anonymous().in("en");
        Web.Answer before = browser.get(link);
        assertThat(before.page().select("form[action$=acceptance]")).hasSize(1);
        jdbc.sql("update identity.person set deleted_at = now() where mail = ?")
                .param(mail)
                .update();

        for (Web.Answer told : List.of(browser.get(link), browser.submit(before, link + "/acceptance", Map.of()))) {
            assertThat(told.status()).isEqualTo(409);
            assertThat(told.page().select("h1").text()).isEqualTo("This address cannot be used just now");
            assertThat(told.page().select("main form")).isEmpty();
            assertThat(told.page().select("main .btn").attr("href")).isEqualTo("/privacy");
        }
        jdbc.sql("update identity.person set deleted_at = null where mail = ?")
                .param(mail)
                .update();
        assertThat(browser.submit(link, link + "/acceptance", Map.of()).status())
                .isEqualTo(302);
    }

    /** A letter may be older than the end of the body; the control is the body while it lives. */
    @Test
    void nobodyAcceptsASeatInABodyThatHasEnded() {
        String link = invited("pizno@x.example");
        Web browser = web.anonymous().in("en");
        Web.Answer before = browser.get(link);
        assertThat(before.page().select("form[action$=acceptance]")).hasSize(1);
        jdbc.sql(
                        "update registry.body set ending = 'abolished', ended_on = '2027-03-01' where id = (select body_id from invitation.invitation where mail_key = 'pizno@x.example')")
                .update();
        assertThat(browser.get(link).page().select("form[action$=acceptance]")).isEmpty();
        browser.submit(before, link + "/acceptance", Map.of());
        assertThat(jdbc.sql("select count(*) from identity.person where mail_key = 'pizno@x.example'")
                        .query(Integer.class)
                        .single())
                .isZero();
        jdbc.sql("update registry.body set ending = null, ended_on = null").update();
    }
}
