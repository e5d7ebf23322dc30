package org.glasnik.identity;

import java.time.ZoneId;
import java.util.Optional;
import org.glasnik.access.PersonId;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.glasnik.platform.Zones;

/**
 * A person with an account.
 *
 * @param name as the person writes it, in any script
 * @param zone IANA name, empty for the installation's
 */
public record Person(PersonId id, String name, MailAddress mail, Language language, String zone, boolean operator) {
    public Optional<ZoneId> ownZone() {
        return Zones.of(zone);
    }
}
