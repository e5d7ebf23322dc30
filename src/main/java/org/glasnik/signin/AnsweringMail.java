package org.glasnik.signin;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.notify.Letter;
import org.glasnik.notify.Letters;
import org.glasnik.platform.BaseUrl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks up whoever asked and writes the letter, out of sight of the one who asked. */
@Component
class AnsweringMail {
    static final TaskDescriptor<Void> JOB = TaskDescriptor.of("signin-answer");

    static final Duration LINK_VALID = Duration.ofMinutes(20);
    static final Duration RESET_VALID = Duration.ofMinutes(30);

    private final MailRequests requests;
    private final People people;
    private final Tokens tokens;
    private final AddressChanges changes;
    private final Registering registering;
    private final Letters letters;
    private final BaseUrl base;
    private final TransactionTemplate transaction;

    AnsweringMail(
            MailRequests requests,
            People people,
            Tokens tokens,
            AddressChanges changes,
            Registering registering,
            Letters letters,
            BaseUrl base,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.people = people;
        this.tokens = tokens;
        this.changes = changes;
        this.registering = registering;
        this.letters = letters;
        this.base = base;
        this.transaction = transaction;
    }

    /** Once: the request is taken out in the transaction that writes its letter. */
    void answer(UUID id) {
        transaction.executeWithoutResult(status -> requests.take(id).ifPresent(this::answer));
    }

    private void answer(MailRequest request) {
        Optional<Person> known = people.byMail(request.mail());
        switch (request.kind()) {
            case LINK -> known.ifPresent(person -> link(request, person, "signin.link"));
            case RESET -> known.ifPresent(person -> reset(request, person));
            case REGISTER ->
                known.ifPresentOrElse(person -> link(request, person, "signin.registered"), () -> register(request));
            case ADDRESS -> changes.of(request.person()).ifPresent(change -> address(request, change, known));
        }
    }

    private void link(MailRequest request, Person person, String letter) {
        String token = tokens.issue("sign-in", person.id(), request.target(), LINK_VALID);
        post(letter, request, person, Map.of("minutes", LINK_VALID.toMinutes()), "/sign-in/link/" + token);
    }

    private void reset(MailRequest request, Person person) {
        String token = tokens.issue("reset", person.id(), "", RESET_VALID);
        post("signin.reset", request, person, Map.of("minutes", RESET_VALID.toMinutes()), "/sign-in/reset/" + token);
    }

    /** Nothing that was typed goes into it: the address may be a stranger's. */
    private void register(MailRequest request) {
        String token = registering.issue(request);
        letters.post(new Letter(
                "signin.register",
                "signin.register:" + request.id(),
                request.mail(),
                null,
                request.language(),
                Map.of("hours", Registering.VALID.toHours()),
                base.of("/register/confirmation/" + token),
                true,
                null));
    }

    /** The old address is asked in any case: whether the new one is somebody's, the one who asks does not learn. */
    private void address(MailRequest request, AddressChange change, Optional<Person> other) {
        people.of(change.person()).ifPresent(person -> {
            String old = tokens.issue("address-old", person.id(), change.id().toString(), AddressChanges.VALID);
            Map<String, Object> named = Map.of("mail", change.mail().shown());
            post("signin.addressOld", request, person, named, "/account/address/old/" + old);
            boolean taken = other.isPresent();
            String link = taken
                    ? null
                    : base.of("/account/address/new/"
                            + tokens.issue(
                                    "address-new", person.id(), change.id().toString(), AddressChanges.VALID));
            letters.post(new Letter(
                    taken ? "signin.addressTaken" : "signin.addressNew",
                    "signin.addressNew:" + request.id(),
                    change.mail(),
                    other.map(Person::id).orElse(person.id()),
                    other.map(Person::language).orElse(person.language()),
                    Map.of("mail", change.mail().shown()),
                    link,
                    true,
                    null));
        });
    }

    private void post(String letter, MailRequest request, Person person, Map<String, Object> named, String path) {
        letters.post(new Letter(
                letter,
                letter + ":" + request.id(),
                person.mail(),
                person.id(),
                person.language(),
                named,
                base.of(path),
                true,
                null));
    }
}
