package org.glasnik.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first page, signed in and not, and the pages about this place. */
@GlasnikTest
class DeskTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoeverIsNotSignedInReadsWhatThisPlaceIs() {
        Web.Answer page = web.anonymous().in("en").get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("h1").text()).isEqualTo("Authorities that know how to talk with people");
        assertThat(page.page().select("main li a").eachText())
                .isEqualTo(jdbc.sql(
                                "select name_en from registry.body where organising order by name_en collate \"en-x-icu\"")
                        .query(String.class)
                        .list());
        assertThat(web.anonymous().get("/?x=1").status()).isEqualTo(200);
    }

    @Test
    void theSameAddressTellsAPersonWhatIsNext() {
        Web.Answer page = web.as("resident").in("en").get("/");
        assertThat(page.page().select("h1").text()).isEqualTo("What next");
        assertThat(page.page().select("h2").text()).isEqualTo("Nothing is waiting for you");
        assertThat(page.page().select(".g-head .g-muted").text()).startsWith("Monday, 8 March 2027");
    }

    @Test
    void anEmptySeatIsTheManagersNextStep() {
        PersonId manager = Cast.person(jdbc, "manager");
        UUID body = jdbc.sql(
                        "select body_id from identity.membership where person_id = ? and seat = 'manager' and until is null")
                .param(manager.value())
                .query(UUID.class)
                .single();
        jdbc.sql(
                        "update identity.membership set until = since where body_id = ? and seat = 'specialist' and until is null")
                .param(body)
                .update();
        Web.Answer page = web.as(manager).in("en").get("/");
        assertThat(page.page().select(".g-steps h3 a").eachText()).containsExactly("Find a communication specialist");
        assertThat(page.page().select(".g-steps .g-do a").attr("href")).isEqualTo("/bodies/" + body);
        assertThat(page.page().select("h2.g-day").text()).isEqualTo("No date set");
    }

    /** Three: who asks, the empty seats, the invitations to this person; one more for the names of the bodies that invite. */
    @Test
    void thePageCostsTheSameWithOneCardAndWithThree() {
        PersonId manager = Cast.person(jdbc, "resident");
        for (int i = 1; i <= 3; i++) {
            jdbc.sql("""
                            with b as (insert into registry.body (code, kind, name_en) values (?, 'hromada', 'B') returning id)
                            insert into identity.membership (person_id, body_id, seat, since)
                            select ?, id, 'manager', '2027-01-01' from b""").params("H-" + i, manager.value()).update();
            web.statements();
            assertThat(web.as(manager).get("/").page().select(".g-steps > li")).hasSize(i);
            List<String> statements = web.statements();
            assertThat(statements).as(statements::toString).hasSize(4);
        }
        for (int i = 1; i <= 3; i++) {
            jdbc.sql("""
                            insert into invitation.invitation (body_id, seat, name, mail, mail_key, language, invited_by,
                                                               created_at, sent_at, expires_at)
                            select b.id, 'specialist', p.name, p.mail, p.mail_key, p.language, p.id,
                                   '2027-03-01', '2027-03-01', '2027-04-01'
                            from registry.body b, identity.person p where b.code = ? and p.id = ?""").params("H-" + i, manager.value()).update();
            web.statements();
            assertThat(web.as(manager).get("/").page().select(".g-steps > li, .g-first"))
                    .hasSize(3 + i);
            List<String> statements = web.statements();
            assertThat(statements).as(statements::toString).hasSize(5);
        }
        jdbc.sql("delete from identity.membership where person_id = ?")
                .param(manager.value())
                .update();
    }

    @Test
    void thePagesAboutThisPlaceAreForEveryone() {
        for (String path : List.of("/about", "/accessibility")) {
            for (String language : List.of("uk", "sr", "sr-Latn", "ru", "en")) {
                Web.Answer open = web.anonymous().in(language).get(path);
                assertThat(open.status()).isEqualTo(200);
                assertThat(open.page().select("html").attr("lang")).isEqualTo(language);
                assertThat(web.as("specialist")
                                .in(language)
                                .get(path)
                                .page()
                                .select("h1")
                                .text())
                        .isEqualTo(open.page().select("h1").text());
            }
        }
        assertThat(web.anonymous().in("en").get("/accessibility").page().text()).contains("22 November 2026");
    }
}
