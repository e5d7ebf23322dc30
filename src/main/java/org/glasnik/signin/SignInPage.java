package org.glasnik.signin;

import java.util.List;
import org.glasnik.platform.FormErrors;

/**
 * The page on which everyone signs in.
 *
 * @param mail what was typed for a link
 * @param login what was typed beside a password
 * @param to where to go afterwards
 * @param cast in demo mode, else empty
 * @param said what has just happened: {@code out} (signed out), {@code passkey} (a passkey that was not taken), or empty
 */
record SignInPage(
        FormErrors errors,
        String mail,
        String login,
        String to,
        List<CastSource.Member> cast,
        boolean registration,
        String said) {
    SignInPage with(FormErrors found, String typedMail, String typedLogin) {
        return new SignInPage(found, typedMail, typedLogin, to, cast, registration, "");
    }

    boolean byPassword() {
        return !login.isEmpty()
                || errors.of("login").isPresent()
                || errors.of("password").isPresent();
    }
}
