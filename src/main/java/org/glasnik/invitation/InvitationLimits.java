package org.glasnik.invitation;

import java.util.Objects;
import java.util.Optional;
import org.glasnik.access.Viewer;
import org.glasnik.platform.MailAddress;
import org.glasnik.platform.RateLimits;
import org.glasnik.platform.TooMany;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * How many letters of invitation one person sends, and how many go to one address, whoever sends them: they carry words of
 * their sender to anyone at all.
 */
@Component
class InvitationLimits {
    private final RateLimits limits;

    InvitationLimits(RateLimits limits) {
        this.limits = limits;
    }

    /**
     * A limit that is reached.
     *
     * @param tag of the text that says so
     * @param seconds until there is room for one more
     */
    record Many(String tag, String seconds) {}

    /** Counts one letter. Not inside a transaction. */
    Optional<Many> reached(Viewer by, MailAddress to) {
        return taken("invite-person", by.me().toString(), "many").or(() -> taken("invite-address", to.key(), "often"));
    }

    private Optional<Many> taken(String limit, String of, String tag) {
        try {
            limits.take(limit, of);
            return Optional.empty();
        } catch (TooMany e) {
            return Optional.of(
                    new Many(tag, Objects.requireNonNull(e.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))));
        }
    }
}
