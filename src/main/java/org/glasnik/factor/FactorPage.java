package org.glasnik.factor;

import java.util.List;
import org.glasnik.platform.FormErrors;

/**
 * One's second factors.
 *
 * @param app whether an app is set up
 * @param codes recovery codes left
 * @param changes whether this session may change them: it has passed the factor, or there is none yet
 */
record FactorPage(FormErrors errors, boolean app, List<Passkeys.Passkey> keys, int codes, boolean changes) {
    boolean none() {
        return !app && keys.isEmpty();
    }

    /** The second step of a sign-in: what the person has, and whether a passkey has just not been taken. */
    record StepPage(FormErrors errors, boolean app, boolean key, boolean recovery, boolean failed) {}

    /** @param secret in groups of four, for those who cannot scan */
    record AppPage(FormErrors errors, QrCode qr, String secret) {}

    /** @param next where to go once they are written down */
    record CodesPage(List<String> codes, String next) {}

    record PasskeysPage(FormErrors errors, List<Passkeys.Passkey> keys, String label, boolean changes) {}
}
