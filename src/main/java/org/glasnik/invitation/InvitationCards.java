package org.glasnik.invitation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.identity.desk.DeskCard;
import org.glasnik.identity.desk.DeskCards;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.registry.Bodies;
import org.glasnik.registry.BodyName;
import org.springframework.stereotype.Component;

/** "What next" of somebody with an account who is invited to one more seat. */
@Component
class InvitationCards implements DeskCards {
    private final Invitations invitations;
    private final Bodies bodies;
    private final Texts texts;
    private final Clock clock;

    InvitationCards(Invitations invitations, Bodies bodies, Texts texts, Clock clock) {
        this.invitations = invitations;
        this.bodies = bodies;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<DeskCard> cards(Viewer viewer, Language reader) {
        List<Invitation> mine = invitations.toMe(viewer, clock.instant());
        Map<BodyId, BodyName> names = bodies.names(Invitations.bodies(mine), reader);
        return mine.stream()
                .map(i -> DeskCard.toDo(
                                texts.text(reader, "invitation.card.title"),
                                texts.text(
                                        reader,
                                        "invitation.card.text",
                                        "seat",
                                        texts.text(reader, i.seat().within()),
                                        "body",
                                        String.valueOf(names.get(i.body()))),
                                "/invitations/" + i.id())
                        .dueAt(i.expiresAt())
                        .someoneWaits()
                        .doneBy(texts.text(reader, "invitation.card.action")))
                .toList();
    }
}
