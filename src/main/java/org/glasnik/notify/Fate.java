package org.glasnik.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One letter of the log.
 *
 * @param subject empty once the person is erased
 * @param worded whether its words are still there
 * @param readable whether they may be shown: a letter that signs someone in is not, outside the demo
 */
record Fate(
        UUID id,
        String key,
        String name,
        @Nullable String category,
        String toAddress,
        String language,
        String subject,
        boolean secret,
        boolean worded,
        boolean readable,
        String messageId,
        String state,
        int attempts,
        int inDoubt,
        @Nullable String lastFault,
        Instant createdAt,
        Instant nextAttemptAt,
        @Nullable Instant sentAt) {
    /** One try to hand the letter over. */
    record Attempt(
            Instant at,
            String outcome,
            @Nullable String fault,
            @Nullable String code) {}

    /** Its words, both ways. */
    record Text(String text, String html) {}

    boolean cancellable() {
        return state.equals("waiting") || state.equals("held");
    }

    /** Whether it can go (again): a letter that waits for a server goes once there is one. */
    boolean resendable(boolean served) {
        boolean wanted = worded && !toAddress.isEmpty() && !"unsubscribed".equals(lastFault);
        return wanted
                && switch (state) {
                    case "sent", "failed", "cancelled" -> true;
                    case "held" -> served;
                    default -> false;
                };
    }

    String stateStyle() {
        return switch (state) {
            case "sent" -> "g-good";
            case "failed" -> "g-late";
            case "cancelled" -> "";
            default -> "g-wait";
        };
    }
}
