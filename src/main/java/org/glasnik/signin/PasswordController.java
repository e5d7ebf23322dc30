package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Notice;
import org.glasnik.platform.OwnTransaction;
import org.glasnik.platform.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own password: set, changed or removed. Hashing stands outside the transaction. */
@Controller
class PasswordController {
    private final Passwords passwords;
    private final ChangingPassword changing;
    private final People people;
    private final RateLimits limits;
    private final TransactionTemplate transaction;

    PasswordController(
            Passwords passwords,
            ChangingPassword changing,
            People people,
            RateLimits limits,
            TransactionTemplate transaction) {
        this.passwords = passwords;
        this.changing = changing;
        this.people = people;
        this.limits = limits;
        this.transaction = transaction;
    }

    record PasswordForm(@Nullable String current, @Nullable String password) {}

    @GetMapping("/account/password")
    @Allowed(Who.PERSON)
    ModelAndView page(Viewer viewer) {
        return page(me(viewer), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/account/password")
    @Allowed(Who.PERSON)
    @OwnTransaction
    ModelAndView set(PasswordForm form, Viewer viewer, HttpServletRequest request, RedirectAttributes after) {
        Person me = me(viewer);
        FormErrors errors = FormErrors.none();
        checkCurrent(me, form, errors);
        String password = form.password() == null ? "" : form.password();
        PasswordRules.check(errors, "password", password, ResetController.known(me));
        if (errors.any()) {
            return page(me, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> changing.set(me, hash, request));
        after.addFlashAttribute(Notice.FLASH, Notice.of("signin.password.set"));
        return new ModelAndView("redirect:/account");
    }

    @PostMapping("/account/password/removal")
    @Allowed(Who.PERSON)
    @OwnTransaction
    ModelAndView remove(PasswordForm form, Viewer viewer, HttpServletRequest request, RedirectAttributes after) {
        Person me = me(viewer);
        FormErrors errors = FormErrors.none();
        checkCurrent(me, form, errors);
        if (errors.any()) {
            return page(me, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        transaction.executeWithoutResult(status -> changing.remove(me, request));
        after.addFlashAttribute(Notice.FLASH, Notice.of("signin.password.removed"));
        return new ModelAndView("redirect:/account");
    }

    /** Someone at a screen left open does not know it. */
    private void checkCurrent(Person me, PasswordForm form, FormErrors errors) {
        if (passwords.changedAt(me.id()).isPresent()) {
            limits.take("password-address", me.mail().key());
            String current = form.current() == null ? "" : form.current();
            errors.require(
                    passwords.matches(Optional.of(me.id()), current), "current", "signin.password.current.wrong");
        }
    }

    private ModelAndView page(Person me, FormErrors errors, HttpStatus status) {
        boolean has = passwords.changedAt(me.id()).isPresent();
        ResetPage page = new ResetPage(errors, "/account/password", me.mail().shown(), has);
        return new ModelAndView("signin/password", Map.of("page", page), status);
    }

    private Person me(Viewer viewer) {
        return people.of(viewer.me()).orElseThrow(NotFound::new);
    }
}
