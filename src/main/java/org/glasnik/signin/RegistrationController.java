package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Who;
import org.glasnik.platform.ClientAddress;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
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
import org.springframework.web.servlet.ModelAndView;

/** Residents register themselves where the operator allows it; the answer is the same for an address that is known. */
@Controller
class RegistrationController {
    private static final int NAME_MAX = 200;
    private static final String PATH = "/register/confirmation/";

    private final SelfRegistration registration;
    private final Registering registering;
    private final MailRequests requests;
    private final Links links;
    private final RateLimits limits;
    private final Languages languages;
    private final TransactionTemplate transaction;

    RegistrationController(
            SelfRegistration registration,
            Registering registering,
            MailRequests requests,
            Links links,
            RateLimits limits,
            Languages languages,
            TransactionTemplate transaction) {
        this.registration = registration;
        this.registering = registering;
        this.requests = requests;
        this.links = links;
        this.limits = limits;
        this.languages = languages;
        this.transaction = transaction;
    }

    record RegisterForm(
            @Nullable String name,
            @Nullable String mail,
            @Nullable String language) {}

    record RegisterPage(FormErrors errors, String name, String mail, String language, Map<String, String> languages) {}

    @GetMapping("/register")
    @Allowed(Who.ANYONE)
    ModelAndView form(HttpServletRequest request) {
        onlyWhereOn();
        RegisterForm empty = new RegisterForm("", "", languages.of(request).tag());
        return page(empty, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/register")
    @Allowed(Who.ANYONE)
    @OwnTransaction
    ModelAndView register(RegisterForm form, HttpServletRequest request) {
        onlyWhereOn();
        FormErrors errors = FormErrors.none();
        String name = errors.name("name", form.name(), NAME_MAX);
        Optional<MailAddress> mail = MailAddress.of(form.mail());
        errors.require(mail.isPresent(), "mail", "platform.error.mail");
        Optional<Language> language = languages.offeredOr(form.language());
        errors.require(language.isPresent(), "language", "platform.error.choose");
        if (errors.any() || mail.isEmpty() || language.isEmpty()) {
            return page(form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        limits.take("register-machine", ClientAddress.counted(request));
        limits.take("link-address", mail.get().key());
        transaction.executeWithoutResult(
                status -> requests.put(MailRequest.of(MailRequest.Kind.REGISTER, mail.get(), language.get())
                        .named(name, "")));
        return new ModelAndView("redirect:/register/sent");
    }

    @GetMapping("/register/sent")
    @Allowed(Who.ANYONE)
    ModelAndView sent() {
        onlyWhereOn();
        return new ModelAndView("signin/registered");
    }

    @GetMapping(PATH + "{token}")
    @Allowed(Who.ANYONE)
    ModelAndView confirmation(@PathVariable("token") String token, HttpServletResponse response) {
        if (registering.binned(token)) {
            Links.quiet(response);
            return BinnedAddress.page();
        }
        return links.page(
                Registering.PURPOSE,
                "register",
                PATH,
                token,
                found -> Registering.read(found).name(),
                response);
    }

    @PostMapping(PATH + "{token}")
    @Allowed(Who.ANYONE)
    ModelAndView confirm(
            @PathVariable("token") String token, HttpServletRequest request, HttpServletResponse response) {
        return registering.binned(token)
                ? confirmation(token, response)
                : registering
                        .confirm(token, request, response)
                        .map(ModelAndView::new)
                        .orElseGet(() -> confirmation(token, response));
    }

    private void onlyWhereOn() {
        if (!registration.on()) {
            throw new NotFound();
        }
    }

    private ModelAndView page(RegisterForm form, FormErrors errors, HttpStatus status) {
        Map<String, String> offered = new LinkedHashMap<>();
        languages.offered().forEach(language -> offered.put(language.tag(), language.ownName()));
        RegisterPage page =
                new RegisterPage(errors, text(form.name()), text(form.mail()), text(form.language()), offered);
        return new ModelAndView("signin/register", Map.of("page", page), status);
    }

    private static String text(@Nullable String posted) {
        return posted == null ? "" : posted;
    }
}
