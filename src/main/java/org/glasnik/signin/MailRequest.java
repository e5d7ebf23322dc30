package org.glasnik.signin;

import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Something asked for by an address that may or may not be known.
 *
 * @param person who asked, where the kind is an address change; else null
 * @param target where to go after signing in
 */
record MailRequest(
        UUID id,
        Kind kind,
        MailAddress mail,
        @Nullable PersonId person,
        String name,
        Language language,
        String zone,
        String target) {
    enum Kind {
        LINK,
        RESET,
        REGISTER,
        ADDRESS
    }

    static MailRequest of(Kind kind, MailAddress mail, Language language) {
        return new MailRequest(UUID.randomUUID(), kind, mail, null, "", language, "", "/");
    }

    MailRequest to(String after) {
        return new MailRequest(id, kind, mail, person, name, language, zone, after);
    }

    MailRequest by(PersonId asker) {
        return new MailRequest(id, kind, mail, asker, name, language, zone, target);
    }

    MailRequest named(String as, String in) {
        return new MailRequest(id, kind, mail, person, as, language, in, target);
    }
}
