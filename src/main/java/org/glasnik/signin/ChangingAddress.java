package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.identity.Profiles;
import org.glasnik.identity.Viewers;
import org.glasnik.notify.Letter;
import org.glasnik.notify.Letters;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.springframework.stereotype.Component;

/**
 * Gives a person another address once the old and the new one have both said yes. The tokens are in the letters only: nothing
 * that the person or an operator can read holds them (MSA-24-0053).
 */
@Component
class ChangingAddress {
    private final AddressChanges changes;
    private final MailRequests requests;
    private final Tokens tokens;
    private final People people;
    private final Profiles profiles;
    private final SigningIn signingIn;
    private final Viewers viewers;
    private final Deeds deeds;
    private final Letters letters;

    enum Outcome {
        UNKNOWN,
        WAITING,
        DONE,
        TAKEN
    }

    ChangingAddress(
            AddressChanges changes,
            MailRequests requests,
            Tokens tokens,
            People people,
            Profiles profiles,
            SigningIn signingIn,
            Viewers viewers,
            Deeds deeds,
            Letters letters) {
        this.changes = changes;
        this.requests = requests;
        this.tokens = tokens;
        this.people = people;
        this.profiles = profiles;
        this.signingIn = signingIn;
        this.viewers = viewers;
        this.deeds = deeds;
        this.letters = letters;
    }

    void begin(Viewer viewer, MailAddress to, Language language) {
        revoke(viewer);
        changes.begin(viewer.me(), to);
        requests.put(MailRequest.of(MailRequest.Kind.ADDRESS, to, language).by(viewer.me()));
        deeds.record(
                viewer, Deed.of("person.addressAsked", "person", viewer.me().value()));
    }

    boolean cancel(Viewer viewer) {
        revoke(viewer);
        boolean was = changes.cancel(viewer.me());
        if (was) {
            deeds.record(
                    viewer, Deed.of("person.addressKept", "person", viewer.me().value()));
        }
        return was;
    }

    private void revoke(Viewer viewer) {
        changes.of(viewer.me()).ifPresent(pending -> {
            tokens.revoke("address-old", pending.id().toString());
            tokens.revoke("address-new", pending.id().toString());
        });
    }

    Outcome confirm(boolean old, String token, HttpServletRequest request) {
        Optional<AddressChange> change = tokens.spend(old ? "address-old" : "address-new", token)
                .flatMap(spent -> changes.confirm(UUID.fromString(spent.payload()), old));
        if (change.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        return change.get().ready() ? apply(change.get(), request) : Outcome.WAITING;
    }

    private Outcome apply(AddressChange change, HttpServletRequest request) {
        Optional<Person> before = people.of(change.person());
        changes.cancel(change.person());
        if (before.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (!profiles.readdress(change.person(), change.mail())) {
            return Outcome.TAKEN;
        }
        signingIn.endElsewhere(change.person(), request);
        Person person = before.get();
        deeds.record(
                viewers.of(person.id(), false).orElse(Viewer.NOBODY),
                Deed.of("person.addressChanged", "person", person.id().value())
                        .about(person.id())
                        .with("mail", person.mail().shown(), change.mail().shown()));
        letters.post(new Letter(
                "signin.addressChanged",
                "signin.addressChanged:" + change.id(),
                person.mail(),
                person.id(),
                person.language(),
                Map.of("mail", change.mail().shown()),
                null,
                false,
                null));
        return Outcome.DONE;
    }
}
