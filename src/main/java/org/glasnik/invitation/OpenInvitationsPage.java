package org.glasnik.invitation;

import java.time.Instant;
import java.util.List;
import org.glasnik.access.BodyId;
import org.glasnik.identity.Seat;

/** Invitations to a body that wait for an answer. */
record OpenInvitationsPage(BodyId body, List<Row> rows) {
    record Row(InvitationId id, String name, String mail, Seat seat, Instant sentAt, Instant until, boolean late) {}
}
