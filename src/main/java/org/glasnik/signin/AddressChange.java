package org.glasnik.signin;

import java.time.Instant;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.platform.MailAddress;

/** A change of address that waits to be confirmed at both ends. */
record AddressChange(
        UUID id, PersonId person, MailAddress mail, boolean oldConfirmed, boolean newConfirmed, Instant expiresAt) {
    boolean ready() {
        return oldConfirmed && newConfirmed;
    }
}
