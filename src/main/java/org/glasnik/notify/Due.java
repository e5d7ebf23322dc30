package org.glasnik.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A letter that this node has claimed in order to send it.
 *
 * @param claim the mark of this claim: another node that has taken the letter over has another
 * @param attempts this one included
 * @param doubted whether a node before us claimed it and was not heard of again
 */
record Due(
        UUID id,
        UUID claim,
        String toAddress,
        String language,
        String subject,
        String text,
        String html,
        String unsubscribe,
        String messageId,
        Instant createdAt,
        int attempts,
        Instant retryUntil,
        boolean doubted) {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /** 1, 2, 4 … minutes after this attempt, at most six hours. */
    Instant nextAttempt(Instant now) {
        Duration pause = Duration.ofMinutes(1L << Math.min(attempts - 1, 20));
        return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
