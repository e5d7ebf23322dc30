package org.glasnik.operate;

import java.util.Map;
import org.glasnik.notify.MailFault;
import org.glasnik.notify.MailReply;
import org.glasnik.notify.MailServer;
import org.jspecify.annotations.Nullable;

/**
 * Calls at the mail server as far as a letter would begin: connection, greeting, encryption, password.
 *
 * @param server null where its address is not understood
 */
record MailProbe(@Nullable MailServer server) {
    /** @param url as in {@code GLASNIK_SMTP_URL}, empty where it is not set */
    static MailProbe of(String url) {
        try {
            return new MailProbe(MailServer.of(url, "check@localhost"));
        } catch (IllegalArgumentException e) {
            return new MailProbe(null);
        }
    }

    Finding finding(boolean demo) {
        if (demo) {
            return Finding.ok("mail", "demo");
        }
        if (server == null) {
            return Finding.red("mail", "unclear", Map.of());
        }
        if (!server.set()) {
            return Finding.warn("mail", "unset", Map.of());
        }
        MailReply reply = server.greet();
        Map<String, Object> said = Map.of("server", server.place());
        return reply.fault() == null ? Finding.ok("mail", said) : Finding.red("mail", state(reply.fault()), said);
    }

    private static String state(MailFault fault) {
        return switch (fault) {
            case ENCRYPTION -> "encryption";
            case LOGIN -> "refused";
            default -> "unreachable";
        };
    }
}
