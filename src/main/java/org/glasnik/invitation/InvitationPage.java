package org.glasnik.invitation;

import org.glasnik.identity.Seat;
import org.glasnik.registry.BodyName;
import org.jspecify.annotations.Nullable;

/**
 * What the invited sees.
 *
 * @param action address that the buttons post below
 * @param inviter name of who asks
 * @param leaving whether somebody holds the seat now and leaves it
 */
record InvitationPage(String action, @Nullable Invited invited) {
    /** Accepting then begins a session, whose cookie is in the first answer only: it must not be answered from memory. */
    boolean signsIn() {
        return action.startsWith(InvitationController.LETTER);
    }

    record Invited(
            String name,
            String inviter,
            BodyName body,
            Seat seat,
            String mail,
            java.time.Instant until,
            boolean leaving) {}
}
