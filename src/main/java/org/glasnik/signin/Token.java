package org.glasnik.signin;

import java.util.UUID;
import org.glasnik.access.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is behind a link in a letter.
 *
 * @param person whom it concerns, null where the person is not known yet
 * @param payload what the issuer wants back; wiped once spent
 */
public record Token(UUID id, @Nullable PersonId person, String payload, State state) {
    /** Whether it can still be used. */
    public enum State {
        OPEN,
        SPENT,
        EXPIRED
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
