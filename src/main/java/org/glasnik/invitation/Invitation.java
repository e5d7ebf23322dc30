package org.glasnik.invitation;

import java.time.Instant;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.identity.Seat;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;

/**
 * An invitation to a seat that nobody has answered yet.
 *
 * @param name of whom it is for, as the inviter knows it
 * @param invitedBy who asked
 * @param expiresAt when it can no longer be accepted
 */
record Invitation(
        InvitationId id,
        BodyId body,
        Seat seat,
        String name,
        MailAddress mail,
        Language language,
        PersonId invitedBy,
        Instant sentAt,
        Instant expiresAt) {
    boolean openAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
