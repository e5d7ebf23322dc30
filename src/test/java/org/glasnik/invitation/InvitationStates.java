package org.glasnik.invitation;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnik.access.BodyId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inviting, what stands open, and what is behind the link of a letter. */
@Component
class InvitationStates implements PageStates {
    private static final Pattern LINK = Pattern.compile("/invitations/letter/[A-Za-z0-9_-]{43}");

    private final JdbcClient jdbc;

    InvitationStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void show(Web web, Shown shown) {
        BodyId body = Cast.body(jdbc, "VK-01-002");
        String page = "/bodies/" + body + "/invitations/new";
        String action = "/bodies/" + body + "/invitations";
        Web operator = web.as("operator");
        shown.add(
                "invitation without a name", 422, operator.submit(page, action, Map.of("name", "", "mail", "nobody")));
        Web.Answer sent =
                operator.submit(page, action, Map.of("seat", "other", "name", "Ana Prva", "mail", "ana@x.example"));
        shown.add("body with an invitation, and a notice", 200, operator.get(sent.location()));
        jdbc.sql("update invitation.invitation set expires_at = '2027-03-01' where mail = 'ana@x.example'")
                .update();
        shown.add("body with an invitation that ran out", 200, operator.get("/bodies/" + body));
        operator.submit(
                page, action, Map.of("seat", "other", "name", "Ганна Друга", "mail", "h.perekhozha@posta.example"));
        String link = link("h.perekhozha@posta.example");
        shown.add("invitation by letter", 200, web.anonymous().get(link));
        shown.add("invitations on the desk", 200, web.as("resident").get("/"));
        jdbc.sql("update identity.person set deleted_at = now() where mail = 'h.perekhozha@posta.example'")
                .update();
        shown.add("error 409, address in the bin", 409, web.anonymous().get(link));
        jdbc.sql("update identity.person set deleted_at = null where mail = 'h.perekhozha@posta.example'")
                .update();
        web.anonymous().submit(link, link + "/refusal", Map.of());
        shown.add("invitation that is gone", 404, web.anonymous().get(link));
    }

    private String link(String mail) {
        Matcher link = LINK.matcher(jdbc.sql(
                        "select text from notify.letter where to_address = ? and name like 'invitation.%' order by id desc limit 1")
                .param(mail)
                .query(String.class)
                .single());
        if (!link.find()) {
            throw new AssertionError("No link in the letter to " + mail);
        }
        return link.group();
    }
}
