package org.glasnik.invitation;

import java.util.Optional;
import java.util.UUID;

record InvitationId(UUID value) {
    /** Empty for what is no id: such an address leads nowhere. */
    static Optional<InvitationId> of(String text) {
        try {
            return text.length() == 36 ? Optional.of(new InvitationId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
