package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.Person;
import org.glasnik.identity.Viewers;
import org.glasnik.notify.Letter;
import org.glasnik.notify.Letters;
import org.glasnik.platform.BaseUrl;
import org.springframework.stereotype.Component;

/** Sets and removes passwords: whoever was signed in by the old one is signed out, and the owner is told. */
@Component
class ChangingPassword {
    private final Passwords passwords;
    private final SigningIn signingIn;
    private final Viewers viewers;
    private final Deeds deeds;
    private final Letters letters;
    private final BaseUrl base;

    ChangingPassword(
            Passwords passwords, SigningIn signingIn, Viewers viewers, Deeds deeds, Letters letters, BaseUrl base) {
        this.passwords = passwords;
        this.signingIn = signingIn;
        this.viewers = viewers;
        this.deeds = deeds;
        this.letters = letters;
        this.base = base;
    }

    void set(Person person, String hash, HttpServletRequest request) {
        passwords.set(person.id(), hash);
        done(person, "person.passwordSet", "signin.passwordSet", request);
    }

    void remove(Person person, HttpServletRequest request) {
        if (passwords.remove(person.id())) {
            done(person, "person.passwordRemoved", "signin.passwordRemoved", request);
        }
    }

    private void done(Person person, String deed, String letter, HttpServletRequest request) {
        signingIn.endElsewhere(person.id(), request);
        Viewer viewer = viewers.of(person.id(), false).orElse(Viewer.NOBODY);
        deeds.record(viewer, Deed.of(deed, "person", person.id().value()));
        letters.post(new Letter(
                letter,
                letter + ":" + UUID.randomUUID(),
                person.mail(),
                person.id(),
                person.language(),
                Map.of(),
                base.of("/sign-in/forgotten"),
                false,
                null));
    }
}
