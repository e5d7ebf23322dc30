package org.glasnik.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.identity.Seat;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Invitations without an answer yet, to bodies that live; those that have one are history in the account of deeds. */
@Repository
class Invitations {
    private static final String OPEN = """
            select i.id, i.body_id, i.seat, i.name, i.mail, i.mail_key, i.language, i.invited_by, i.sent_at, i.expires_at
            from invitation.invitation i join registry.body_open b on b.id = i.body_id
            where i.ended_at is null and b.ended_on is null\s""";

    /** As {@code Memberships.fillable} says it: the operator, organisers of the body and of its keeper, its manager. */
    private static final String FILLABLE = """
            and (:operator or b.id = any(:organises) or b.keeper_id = any(:organises)
                 or i.seat not in ('organiser', 'desk')
                    and exists (select 1 from identity.membership_open mine
                                where mine.person_id = :me and mine.body_id = i.body_id and mine.seat = 'manager'))
            """;

    private final JdbcClient jdbc;

    Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where the same address is invited to the same seat already. */
    Optional<InvitationId> add(Invitation invitation, Instant now) {
        return jdbc.sql("""
                        insert into invitation.invitation (body_id, seat, person_id, name, mail, mail_key, language,
                                                           invited_by, created_at, sent_at, expires_at)
                        values (:body, :seat, (select id from identity.person_open where mail_key = :key), :name, :mail, :key,
                                :language, :by, :now, :now, :expires)
                        on conflict do nothing returning id""")
                .param("body", invitation.body().value())
                .param("seat", invitation.seat().tag())
                .param("name", invitation.name())
                .param("mail", invitation.mail().shown())
                .param("key", invitation.mail().key())
                .param("language", invitation.language().tag())
                .param("by", invitation.invitedBy().value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(invitation.expiresAt()))
                .query(UUID.class)
                .optional()
                .map(InvitationId::new);
    }

    /** Open invitations to those seats of a body that the viewer may fill, oldest first. */
    List<Invitation> to(BodyId body, Viewer viewer) {
        return fillable(OPEN + FILLABLE + "and i.body_id = :body order by i.id", viewer)
                .param("body", body.value())
                .query(Invitations::read)
                .list();
    }

    /** One of them. */
    Optional<Invitation> to(BodyId body, InvitationId id, Viewer viewer) {
        return fillable(OPEN + FILLABLE + "and i.body_id = :body and i.id = :id", viewer)
                .param("body", body.value())
                .param("id", id.value())
                .query(Invitations::read)
                .optional();
    }

    private StatementSpec fillable(String sql, Viewer viewer) {
        return jdbc.sql(sql)
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .param("me", viewer.me().value());
    }

    /** Open invitations to the address of the viewer, and to nobody else's. */
    List<Invitation> toMe(Viewer viewer, Instant now) {
        return jdbc.sql(OPEN + """
                        and i.expires_at > :now
                        and i.mail_key = (select mail_key from identity.person_open where id = :me) order by i.id""")
                .param("now", Timestamp.from(now))
                .param("me", viewer.me().value())
                .query(Invitations::read)
                .list();
    }

    /** Behind a link in a letter, whose token is the permission. */
    Optional<Invitation> open(InvitationId id) {
        return jdbc.sql(OPEN + "and i.id = :id")
                .param("id", id.value())
                .query(Invitations::read)
                .optional();
    }

    /** Ends an open invitation: of any number of tries at once, one does. */
    boolean end(InvitationId id, String outcome, Instant now) {
        return jdbc.sql("""
                        update invitation.invitation set ended_at = :now, outcome = :outcome
                        where id = :id and ended_at is null""")
                        .param("now", Timestamp.from(now))
                        .param("outcome", outcome)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void belongsTo(InvitationId id, PersonId person) {
        jdbc.sql("update invitation.invitation set person_id = :person where id = :id")
                .param("person", person.value())
                .param("id", id.value())
                .update();
    }

    void sentAgain(InvitationId id, Instant now, Instant expires) {
        jdbc.sql("update invitation.invitation set sent_at = :now, expires_at = :expires where id = :id")
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .param("id", id.value())
                .update();
    }

    /** What nobody answered is forgotten, with the address in it, some time after its end. */
    int forget(Instant endedBefore) {
        return jdbc.sql("delete from invitation.invitation where coalesce(ended_at, expires_at) < :before")
                .param("before", Timestamp.from(endedBefore))
                .update();
    }

    static Set<BodyId> bodies(List<Invitation> invitations) {
        return invitations.stream().map(Invitation::body).collect(Collectors.toSet());
    }

    private static Invitation read(ResultSet row, int number) throws SQLException {
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                new BodyId(row.getObject("body_id", UUID.class)),
                Seat.ofTag(row.getString("seat")).orElse(Seat.OTHER),
                row.getString("name"),
                new MailAddress(row.getString("mail"), row.getString("mail_key")),
                Language.ofTag(row.getString("language")).orElse(Language.EN),
                new PersonId(row.getObject("invited_by", UUID.class)),
                row.getTimestamp("sent_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
