package org.glasnik.invitation;

import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.identity.Seat;
import org.glasnik.identity.Viewers;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.springframework.stereotype.Component;

/** Invites in somebody's name without a page: imports and the demo. Call inside a transaction. */
@Component
public class InvitingSomeone {
    private final Inviting inviting;
    private final Viewers viewers;

    InvitingSomeone(Inviting inviting, Viewers viewers) {
        this.inviting = inviting;
        this.viewers = viewers;
    }

    /** @return false where this address is invited to this seat already, or the inviter is gone */
    public boolean invite(PersonId by, BodyId body, Seat seat, String name, MailAddress mail, Language language) {
        return viewers.of(by, true)
                .map(viewer -> inviting.invite(viewer, body, new InvitationForm.Invited(name, mail, seat, language)))
                .orElse(false);
    }
}
