package org.glasnik.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.glasnik.access.BodyId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our letters go where people send them: not without end, and not with words that are not a name. */
@GlasnikTest
class InvitationLimitsTest {
    private static final int OF_A_PERSON = 60;
    private static final int TO_AN_ADDRESS = 10;

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Web manager;
    private BodyId body;

    @BeforeEach
    void nothingSent() {
        clock.set(TestClock.START);
        jdbc.sql("delete from invitation.invitation").update();
        jdbc.sql("delete from platform.rate_limit").update();
        jdbc.sql("delete from notify.letter").update();
        body = Cast.body(jdbc, "VK-01-002");
        manager = web.as("manager").in("en");
    }

    private String path() {
        return "/bodies/" + body + "/invitations";
    }

    private Web.Answer invite(Web by, String name, String mail, String seat) {
        return by.submit(path() + "/new", path(), Map.of("name", name, "mail", mail, "seat", seat, "language", "sr"));
    }

    private int letters() {
        return jdbc.sql("select count(*) from notify.letter where name = 'invitation.seat'")
                .query(Integer.class)
                .single();
    }

    private String reminder() {
        return path() + "/"
                + jdbc.sql("select id from invitation.invitation")
                        .query(String.class)
                        .single() + "/reminder";
    }

    @Test
    void onePersonSendsSoManyAndWhatWasTypedStays() {
        for (int i = 0; i < OF_A_PERSON; i++) {
            assertThat(invite(manager, "Somebody", "p" + i + "@x.example", "other")
                            .status())
                    .isEqualTo(302);
        }
        assertThat(letters()).isEqualTo(OF_A_PERSON);

        Web.Answer refused = invite(manager, "Ana Prva", "last@x.example", "other");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.page().select(".g-errors a").eachText())
                .containsExactly("Work mail address: You have sent many invitations: go on in a few minutes");
        assertThat(refused.page().select("#name").val()).isEqualTo("Ana Prva");
        assertThat(refused.page().select("#mail").val()).isEqualTo("last@x.example");
        assertThat(letters()).isEqualTo(OF_A_PERSON);

        assertThat(invite(web.as("operator"), "Ana Prva", "last@x.example", "other")
                        .status())
                .as("another person has letters left")
                .isEqualTo(302);
        clock.advance(java.time.Duration.ofMinutes(2));
        assertThat(invite(manager, "Ana Druga", "other@x.example", "other").status())
                .isEqualTo(302);
    }

    @Test
    void soManyGoToOneAddressWhoeverSendsThem() {
        assertThat(invite(manager, "Ana", "Ana@X.example", "other").status()).isEqualTo(302);
        Web operator = web.as("operator").in("en");
        for (int i = 1; i < TO_AN_ADDRESS; i++) {
            Web by = i % 2 == 0 ? manager : operator;
            clock.advance(java.time.Duration.ofSeconds(1));
            assertThat(by.submit("/bodies/" + body, reminder(), Map.of()).status())
                    .isEqualTo(302);
        }
        assertThat(letters()).isEqualTo(TO_AN_ADDRESS);

        Web.Answer refused = operator.submit("/bodies/" + body, reminder(), Map.of());
        assertThat(operator.get(refused.location()).page().select(".g-notice").text())
                .contains("Many invitations have gone to this address: wait some hours.");
        Web.Answer another = invite(manager, "Ana", "ana@x.example", "page_admin");
        assertThat(another.status()).isEqualTo(429);
        assertThat(another.page().select(".g-errors a").eachText())
                .containsExactly("Work mail address: Many invitations have gone to this address: wait some hours");
        assertThat(letters()).isEqualTo(TO_AN_ADDRESS);
    }

    @Test
    void theSameFormSentAgainIsAnsweredTheSame() {
        Web.Answer form = manager.get(path() + "/new");
        Map<String, String> typed = Map.of("name", "Ana", "mail", "ana@x.example", "seat", "other", "language", "sr");
        Web.Answer first = manager.submit(form, path(), typed);
        Web.Answer second = manager.submit(form, path(), typed);
        assertThat(List.of(first.status(), second.status())).containsExactly(302, 302);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void aNameIsANameAndNoLink() {
        for (String name : List.of(
                "Prize at https://evil.example", "WWW.evil.example", "Ana\u202eanA", "Ana\nPrva", "A\u200bna")) {
            Web.Answer refused = invite(manager, name, "ana@x.example", "other");
            assertThat(refused.status()).as(name).isEqualTo(422);
            assertThat(refused.page().select(".g-errors a").attr("href")).isEqualTo("#name");
        }
        assertThat(letters()).isZero();
        assertThat(invite(manager, "Ана-Марија О’Нил, др", "ana@x.example", "other")
                        .status())
                .isEqualTo(302);
        assertThat(letters()).isEqualTo(1);
    }

    /** Who sat in a body that is no more is still read, and may leave; the control is the body while it lives. */
    @Test
    void nobodyIsInvitedIntoABodyThatHasEnded() {
        Web operator = web.as("operator").in("en");
        String seats = "#seats ~ ul a";
        assertThat(operator.get("/bodies/" + body).page().select(seats).eachText())
                .anyMatch(a -> a.startsWith("Invite"));
        Web.Answer form = operator.get(path() + "/new");
        assertThat(form.status()).isEqualTo(200);
        String token = form.page().select("[name=_csrf]").val();
        jdbc.sql("update registry.body set ending = 'abolished', ended_on = '2027-01-01' where id = ?")
                .param(body.value())
                .update();
        try {
            assertThat(operator.get("/bodies/" + body).page().select(seats).eachText())
                    .noneMatch(a -> a.startsWith("Invite") || a.startsWith("Replace"))
                    .anyMatch(a -> a.startsWith("Free the seat"));
            assertThat(operator.get(path() + "/new").status()).isEqualTo(404);
            assertThat(operator.post(
                                    path(),
                                    Map.of("_csrf", token, "name", "Ana Prva", "mail", "a@x.example", "seat", "other"))
                            .status())
                    .isEqualTo(404);
        } finally {
            jdbc.sql("update registry.body set ending = null, ended_on = null where id = ?")
                    .param(body.value())
                    .update();
        }
    }
}
