package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.glasnik.access.Allowed;
import org.glasnik.access.PersonId;
import org.glasnik.access.Who;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.platform.ClientAddress;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Languages;
import org.glasnik.platform.MailAddress;
import org.glasnik.platform.OwnTransaction;
import org.glasnik.platform.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A new password for someone who has forgotten theirs. It goes to accounts only: an invitation that has run out is none
 * (Decidim CVE-2023-48220), and a second factor is still owed afterwards (MSA-26-0013).
 */
@Controller
class ResetController {
    private static final String PURPOSE = "reset";
    private static final String PATH = "/sign-in/reset/";

    private final Links links;
    private final Tokens tokens;
    private final People people;
    private final MailRequests requests;
    private final Passwords passwords;
    private final ChangingPassword changing;
    private final SigningIn signingIn;
    private final RateLimits limits;
    private final Languages languages;
    private final TransactionTemplate transaction;

    ResetController(
            Links links,
            Tokens tokens,
            People people,
            MailRequests requests,
            Passwords passwords,
            ChangingPassword changing,
            SigningIn signingIn,
            RateLimits limits,
            Languages languages,
            TransactionTemplate transaction) {
        this.links = links;
        this.tokens = tokens;
        this.people = people;
        this.requests = requests;
        this.passwords = passwords;
        this.changing = changing;
        this.signingIn = signingIn;
        this.limits = limits;
        this.languages = languages;
        this.transaction = transaction;
    }

    @GetMapping("/sign-in/forgotten")
    @Allowed(Who.ANYONE)
    ModelAndView forgotten() {
        return new ModelAndView("signin/forgotten", Map.of("errors", FormErrors.none(), "mail", ""));
    }

    @PostMapping("/sign-in/forgotten")
    @Allowed(Who.ANYONE)
    @OwnTransaction
    ModelAndView send(
            @RequestParam(name = "mail", required = false) @Nullable String posted, HttpServletRequest request) {
        Optional<MailAddress> mail = MailAddress.of(posted);
        if (mail.isEmpty()) {
            FormErrors errors = FormErrors.none().add("mail", "platform.error.mail");
            String typed = posted == null ? "" : posted.strip();
            return new ModelAndView(
                    "signin/forgotten", Map.of("errors", errors, "mail", typed), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        limits.take("link-machine", ClientAddress.counted(request));
        limits.take("link-address", mail.get().key());
        transaction.executeWithoutResult(
                status -> requests.put(MailRequest.of(MailRequest.Kind.RESET, mail.get(), languages.of(request))));
        return new ModelAndView("redirect:/sign-in/sent");
    }

    @GetMapping(PATH + "{token}")
    @Allowed(Who.ANYONE)
    ModelAndView page(@PathVariable("token") String token, HttpServletResponse response) {
        Optional<Person> person = person(token);
        if (person.isEmpty()) {
            return links.page(PURPOSE, "reset", PATH, token, found -> "", response);
        }
        Links.quiet(response);
        return form(person.get(), token, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping(PATH + "{token}")
    @Allowed(Who.ANYONE)
    @OwnTransaction
    ModelAndView reset(
            @PathVariable("token") String token,
            @RequestParam(name = "password", required = false) @Nullable String posted,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Person> person = person(token);
        if (person.isEmpty()) {
            return page(token, response);
        }
        String password = posted == null ? "" : posted;
        FormErrors errors = FormErrors.none();
        PasswordRules.check(errors, "password", password, known(person.get()));
        if (errors.any()) {
            Links.quiet(response);
            return form(person.get(), token, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String hash = passwords.hash(password);
        String next = Objects.requireNonNull(transaction.execute(status -> {
            if (tokens.spend(PURPOSE, token).isEmpty()) {
                return "";
            }
            changing.set(person.get(), hash, request);
            return signingIn.signIn(person.get().id(), false, null, request, response);
        }));
        return next.isEmpty() ? page(token, response) : new ModelAndView(next);
    }

    private Optional<Person> person(String token) {
        return tokens.peek(PURPOSE, token).filter(Token::open).flatMap(found -> {
            PersonId id = found.person();
            return id == null ? Optional.empty() : people.of(id);
        });
    }

    private static ModelAndView form(Person person, String token, FormErrors errors, HttpStatus status) {
        ResetPage page = new ResetPage(errors, PATH + token, person.mail().shown(), true);
        return new ModelAndView("signin/reset", Map.of("page", page), status);
    }

    static List<String> known(Person person) {
        return List.of(person.name(), person.mail().shown());
    }
}
