package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Signing in and out. Limits are taken before the transaction, and a password is hashed outside of one. These forms have no
 * idempotency key: the same answer without the session that goes with it would help nobody.
 */
@Controller
class SignInController {
    /** No one's: an address that is none costs the same query. */
    private static final MailAddress NO_ADDRESS = new MailAddress("", "");

    private final SigningIn signingIn;
    private final MailRequests requests;
    private final Passwords passwords;
    private final People people;
    private final RateLimits limits;
    private final Languages languages;
    private final SelfRegistration registration;
    private final ObjectProvider<CastSource> cast;
    private final boolean demo;
    private final TransactionTemplate transaction;

    SignInController(
            SigningIn signingIn,
            MailRequests requests,
            Passwords passwords,
            People people,
            RateLimits limits,
            Languages languages,
            SelfRegistration registration,
            ObjectProvider<CastSource> cast,
            @Value("${glasnik.demo:false}") boolean demo,
            TransactionTemplate transaction) {
        this.signingIn = signingIn;
        this.requests = requests;
        this.passwords = passwords;
        this.people = people;
        this.limits = limits;
        this.languages = languages;
        this.registration = registration;
        this.cast = cast;
        this.demo = demo;
        this.transaction = transaction;
    }

    @GetMapping("/sign-in")
    @Allowed(Who.ANYONE)
    ModelAndView signIn(
            SignInForm form,
            @RequestParam(name = "out", required = false) @Nullable String out,
            @RequestParam(name = "passkey", required = false) @Nullable String passkey,
            Viewer viewer,
            HttpServletRequest request) {
        if (viewer.kinds().contains(Who.HALFWAY)) {
            return new ModelAndView("redirect:/sign-in/second-factor");
        }
        if (viewer.person() != null) {
            return new ModelAndView("redirect:" + LocalPath.of(form.to()));
        }
        String said = out != null ? "out" : passkey != null ? "passkey" : "";
        return new ModelAndView("signin/sign-in", "page", page(form, said, request));
    }

    @PostMapping("/sign-in/link")
    @Allowed(Who.ANYONE)
    @OwnTransaction
    ModelAndView link(SignInForm form, HttpServletRequest request) {
        Optional<MailAddress> mail = MailAddress.of(form.mail());
        if (mail.isEmpty()) {
            FormErrors errors = FormErrors.none().add("mail", "platform.error.mail");
            return refused(page(form, "", request).with(errors, text(form.mail()), ""));
        }
        limits.take("link-machine", ClientAddress.counted(request));
        limits.take("link-address", mail.get().key());
        transaction.executeWithoutResult(
                status -> requests.put(MailRequest.of(MailRequest.Kind.LINK, mail.get(), languages.of(request))
                        .to(LocalPath.of(form.to()))));
        return new ModelAndView("redirect:/sign-in/sent");
    }

    @GetMapping("/sign-in/sent")
    @Allowed(Who.ANYONE)
    ModelAndView sent() {
        return new ModelAndView("signin/sent");
    }

    @PostMapping("/sign-in/password")
    @Allowed(Who.ANYONE)
    @OwnTransaction
    ModelAndView password(SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        String login = text(form.login());
        String password = form.password() == null ? "" : form.password();
        FormErrors errors = FormErrors.none();
        errors.require(!login.isBlank(), "login", "platform.error.empty");
        errors.require(!password.isEmpty(), "password", "platform.error.empty");
        if (!errors.any()) {
            Optional<MailAddress> mail = MailAddress.of(login);
            limits.take("password-machine", ClientAddress.counted(request));
            limits.take("password-address", mail.map(MailAddress::key).orElse(login.toLowerCase(Locale.ROOT)));
            Optional<Person> person = people.byMail(mail.orElse(NO_ADDRESS));
            // Longer ones are nobody's; hashing them would only cost.
            boolean right = passwords.matches(
                    person.map(Person::id), password.length() > 4 * PasswordRules.MOST ? "" : password);
            if (right && person.isPresent()) {
                return enter(person.get().id(), false, form, request, response);
            }
            errors.add("password", "signin.password.wrong");
        }
        return refused(page(form, "", request).with(errors, "", login));
    }

    @PostMapping("/sign-in/cast")
    @Allowed(Who.ANYONE)
    @OwnTransaction
    ModelAndView cast(SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        PersonId part = cast(request).stream()
                .map(CastSource.Member::person)
                .filter(person -> person.toString().equals(form.person()))
                .findFirst()
                .orElseThrow(NotFound::new);
        return enter(part, true, form, request, response);
    }

    @PostMapping("/sign-out")
    @Allowed({Who.ANYONE, Who.HALFWAY, Who.PERSON})
    @OwnTransaction
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        signingIn.signOut(request, response);
        return "redirect:/sign-in?out=yes";
    }

    private ModelAndView enter(
            PersonId person,
            boolean factor,
            SignInForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        String next = transaction.execute(status -> signingIn.signIn(person, factor, form.to(), request, response));
        return new ModelAndView(Objects.requireNonNull(next));
    }

    private SignInPage page(SignInForm form, String said, HttpServletRequest request) {
        return new SignInPage(
                FormErrors.none(), "", "", LocalPath.of(form.to()), cast(request), registration.on(), said);
    }

    private List<CastSource.Member> cast(HttpServletRequest request) {
        return demo
                ? cast.stream()
                        .flatMap(source -> source.cast(languages.of(request)).stream())
                        .toList()
                : List.of();
    }

    private static ModelAndView refused(SignInPage page) {
        return new ModelAndView("signin/sign-in", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String text(@Nullable String posted) {
        return posted == null ? "" : posted.strip();
    }
}
