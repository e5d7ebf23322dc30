package org.glasnik.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.identity.People;
import org.glasnik.platform.ClientAddress;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Notice;
import org.glasnik.platform.OwnTransaction;
import org.glasnik.platform.RateLimits;
import org.glasnik.signin.SigningIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passkeys: one's own, and signing in by one. The browser's part is {@code assets/passkey.js}. */
@Controller
class PasskeyController {
    private static final int LABEL_MAX = 60;

    private final Passkeys passkeys;
    private final PasskeyCeremony ceremony;
    private final SecondFactors second;
    private final Adding adding;
    private final SigningIn signingIn;
    private final People people;
    private final RateLimits limits;
    private final TransactionTemplate transaction;

    PasskeyController(
            Passkeys passkeys,
            PasskeyCeremony ceremony,
            SecondFactors second,
            Adding adding,
            SigningIn signingIn,
            People people,
            RateLimits limits,
            TransactionTemplate transaction) {
        this.passkeys = passkeys;
        this.ceremony = ceremony;
        this.second = second;
        this.adding = adding;
        this.signingIn = signingIn;
        this.people = people;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** @param credential the browser's answer, as JSON */
    record PasskeyForm(
            @Nullable String challenge,
            @Nullable String credential,
            @Nullable String label,
            @Nullable String to) {}

    @GetMapping("/account/passkeys")
    @Allowed({Who.PERSON, Who.HALFWAY})
    ModelAndView passkeys(Viewer viewer) {
        if (viewer.kinds().contains(Who.HALFWAY)) {
            adding.check(viewer);
        }
        return page(viewer, "", FormErrors.none(), HttpStatus.OK);
    }

    /** Its body is written at once, so what it tells must be committed before: it is one statement. */
    @PostMapping("/account/passkeys/options")
    @Allowed({Who.PERSON, Who.HALFWAY})
    @OwnTransaction
    ResponseEntity<String> askToAdd(Viewer viewer) {
        adding.check(viewer);
        return json(ceremony.askToAdd(people.of(viewer.me()).orElseThrow(NotFound::new)));
    }

    @PostMapping("/account/passkeys")
    @Allowed({Who.PERSON, Who.HALFWAY})
    @OwnTransaction
    ModelAndView add(PasskeyForm form, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        adding.check(viewer);
        FormErrors errors = FormErrors.none();
        String label = errors.line("label", form.label(), LABEL_MAX);
        if (!errors.any()) {
            Optional<Bytes> asked = ceremony.askedToAdd(viewer.me(), form.challenge());
            Optional<ModelAndView> added = adding.add(
                    viewer,
                    () -> ceremony.add(viewer.me(), asked, form.credential(), label, here(request)),
                    "/account/passkeys",
                    request,
                    response);
            if (added.isPresent()) {
                return added.get();
            }
            errors.add("label", "factor.passkey.failed");
        }
        return page(viewer, form.label() == null ? "" : form.label(), errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/account/passkeys/{id}/removal")
    @Allowed(Who.PERSON)
    ModelAndView remove(@PathVariable("id") UUID id, Viewer viewer, RedirectAttributes after) {
        adding.check(viewer);
        if (passkeys.of(viewer.me()).stream().noneMatch(own -> own.id().equals(id))) {
            throw new NotFound();
        }
        if (second.lastOfThoseOwed(viewer.me())) {
            FormErrors errors = FormErrors.none().add("label", "factor.last");
            return page(viewer, "", errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!passkeys.remove(viewer.me(), id)) {
            throw new NotFound();
        }
        second.removed(viewer.me());
        after.addFlashAttribute(Notice.FLASH, Notice.of("factor.removed"));
        return new ModelAndView("redirect:/account/passkeys");
    }

    @PostMapping("/sign-in/passkey/options")
    @Allowed(Who.ANYONE)
    @OwnTransaction
    ResponseEntity<String> askToEnter(HttpServletRequest request) {
        limits.take("passkey-machine", ClientAddress.counted(request));
        return json(ceremony.askToEnter());
    }

    @PostMapping("/sign-in/passkey")
    @Allowed(Who.ANYONE)
    @OwnTransaction
    ModelAndView enter(PasskeyForm form, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        boolean halfway = viewer.kinds().contains(Who.HALFWAY);
        String target = halfway ? signingIn.target(request) : form.to();
        Optional<Bytes> asked = ceremony.askedToEnter(form.challenge());
        String next = transaction.<String>execute(status -> {
            Optional<PersonId> whose = ceremony.enter(asked, form.credential(), here(request))
                    .filter(person -> !halfway || person.equals(viewer.me()));
            // Gone since: the key is right and opens nothing.
            return whose.flatMap(people::of)
                    .map(person -> signingIn.signIn(person.id(), true, target, request, response))
                    .orElse("");
        });
        if (next == null || next.isEmpty()) {
            return new ModelAndView(
                    "redirect:" + (halfway ? "/sign-in/second-factor" : "/sign-in") + "?passkey=failed");
        }
        return new ModelAndView(next);
    }

    private ModelAndView page(Viewer viewer, String label, FormErrors errors, HttpStatus status) {
        FactorPage.PasskeysPage page =
                new FactorPage.PasskeysPage(errors, passkeys.of(viewer.me()), label, adding.allowed(viewer));
        return new ModelAndView("factor/passkeys", Map.of("page", page), status);
    }

    private static ResponseEntity<String> json(String text) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
    }

    private static URI here(HttpServletRequest request) {
        return URI.create(request.getRequestURL().toString());
    }
}
