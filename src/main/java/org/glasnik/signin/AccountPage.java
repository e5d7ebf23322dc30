package org.glasnik.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasnik.identity.Profile;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.MailAddress;

/**
 * One's own account at a glance.
 *
 * @param change an address that waits to be confirmed
 * @param sessions how many devices are signed in
 */
record AccountPage(
        Profile profile,
        MailAddress mail,
        Optional<AddressChange> change,
        Optional<Instant> passwordAt,
        boolean factor,
        int sessions) {

    /** @param zones and the rest: value to words, in the order of the page */
    record ProfilePage(
            FormErrors errors,
            String name,
            String language,
            String zone,
            String theme,
            Map<String, String> languages,
            Map<String, String> zones) {}

    record SessionsPage(List<Sessions.SignIn> sessions) {}
}
