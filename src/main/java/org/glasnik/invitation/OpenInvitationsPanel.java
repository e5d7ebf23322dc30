package org.glasnik.invitation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.Part;
import org.glasnik.platform.Rendering;
import org.glasnik.registry.Body;
import org.glasnik.registry.BodyPanel;
import org.springframework.stereotype.Component;

/** On a body's page, for those who may fill its seats: who has been invited and has not answered. */
@Component
class OpenInvitationsPanel implements BodyPanel {
    private final Invitations invitations;
    private final Rendering rendering;
    private final Clock clock;

    OpenInvitationsPanel(Invitations invitations, Rendering rendering, Clock clock) {
        this.invitations = invitations;
        this.rendering = rendering;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Part> of(Body body, Viewer viewer, Language reader) {
        if (viewer.id() == null) {
            return Optional.empty();
        }
        List<OpenInvitationsPage.Row> rows = invitations.to(body.id(), viewer).stream()
                .map(i -> new OpenInvitationsPage.Row(
                        i.id(),
                        i.name(),
                        i.mail().shown(),
                        i.seat(),
                        i.sentAt(),
                        i.expiresAt(),
                        !i.openAt(clock.instant())))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rendering.part("invitation/_open", new OpenInvitationsPage(body.id(), rows)));
    }
}
