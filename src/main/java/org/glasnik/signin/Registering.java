package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.People;
import org.glasnik.identity.Viewers;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes a person of a registration that its address has confirmed. */
@Component
class Registering {
    static final String PURPOSE = "register";
    static final Duration VALID = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tokens tokens;
    private final People people;
    private final Viewers viewers;
    private final SigningIn signingIn;
    private final Deeds deeds;

    Registering(Tokens tokens, People people, Viewers viewers, SigningIn signingIn, Deeds deeds) {
        this.tokens = tokens;
        this.people = people;
        this.viewers = viewers;
        this.signingIn = signingIn;
        this.deeds = deeds;
    }

    String issue(MailRequest request) {
        Registration registration = new Registration(
                request.name(), request.mail().shown(), request.language().tag(), request.zone());
        return tokens.issue(PURPOSE, request.mail(), JSON.writeValueAsString(registration), VALID);
    }

    static Registration read(Token token) {
        return JSON.readValue(token.payload(), Registration.class);
    }

    /** Whether the link is good, and whoever has its address in the bin. */
    boolean binned(String token) {
        return tokens.peek(PURPOSE, token)
                .filter(Token::open)
                .map(Registering::read)
                .flatMap(wanted -> MailAddress.of(wanted.mail()))
                .filter(people::binned)
                .isPresent();
    }

    /** Whoever has registered by another link meanwhile is signed in: the address is proved to be theirs. */
    Optional<String> confirm(String token, HttpServletRequest request, HttpServletResponse response) {
        return tokens.spend(PURPOSE, token).map(spent -> {
            Registration wanted = read(spent);
            MailAddress mail = MailAddress.of(wanted.mail()).orElseThrow();
            boolean fresh = people.byMail(mail).isEmpty();
            PersonId person = people.add(
                            wanted.name(),
                            mail,
                            Language.ofTag(wanted.language()).orElse(Language.EN),
                            wanted.zone())
                    .orElseThrow(NotFound::new);
            if (fresh) {
                Viewer viewer = viewers.of(person, false).orElse(Viewer.NOBODY);
                deeds.record(viewer, Deed.of("person.registered", "person", person.value()));
            }
            return signingIn.signIn(person, false, null, request, response);
        });
    }
}
