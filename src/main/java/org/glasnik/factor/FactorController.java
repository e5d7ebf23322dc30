package org.glasnik.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Notice;
import org.glasnik.platform.OwnTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own second factors: the app, and recovery codes. Someone halfway may set up a first one. */
@Controller
class FactorController {
    private final Totps totps;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final SecondFactors second;
    private final Adding adding;
    private final Tries tries;
    private final People people;
    private final TransactionTemplate transaction;

    FactorController(
            Totps totps,
            Passkeys passkeys,
            RecoveryCodes codes,
            SecondFactors second,
            Adding adding,
            Tries tries,
            People people,
            TransactionTemplate transaction) {
        this.totps = totps;
        this.passkeys = passkeys;
        this.codes = codes;
        this.second = second;
        this.adding = adding;
        this.tries = tries;
        this.people = people;
        this.transaction = transaction;
    }

    @GetMapping("/account/second-factor")
    @Allowed(Who.PERSON)
    ModelAndView factors(Viewer viewer) {
        return page(viewer, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/account/second-factor/app")
    @Allowed({Who.PERSON, Who.HALFWAY})
    String start(Viewer viewer) {
        adding.check(viewer);
        totps.start(viewer.me());
        return "redirect:/account/second-factor/app";
    }

    @GetMapping("/account/second-factor/app")
    @Allowed({Who.PERSON, Who.HALFWAY})
    ModelAndView app(Viewer viewer) {
        adding.check(viewer);
        return appPage(viewer, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/account/second-factor/app/confirmation")
    @Allowed({Who.PERSON, Who.HALFWAY})
    @OwnTransaction
    ModelAndView confirm(
            @RequestParam(name = "code", required = false) @Nullable String posted,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        String code = posted == null ? "" : posted;
        adding.check(viewer);
        if (totps.pending(viewer.me()).isEmpty()) {
            return appPage(viewer, FormErrors.none(), HttpStatus.OK);
        }
        return adding.add(viewer, () -> totps.confirm(viewer.me(), code), "/account/second-factor", request, response)
                .orElseGet(() -> appPage(
                        viewer, FormErrors.none().add("code", "factor.code.wrong"), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/account/second-factor/app/removal")
    @Allowed(Who.PERSON)
    @OwnTransaction
    ModelAndView remove(
            @RequestParam(name = "code", required = false) @Nullable String posted,
            Viewer viewer,
            RedirectAttributes after) {
        PersonId me = viewer.me();
        adding.check(viewer);
        FormErrors errors = FormErrors.none();
        if (!tries.take(me)) {
            errors.add("code", "factor.locked", "minutes", Tries.LOCKED.toMinutes());
        } else if (!totps.spend(me, posted == null ? "" : posted)) {
            errors.add("code", "factor.code.wrong");
        } else if (!removed(me)) {
            errors.add("code", "factor.last");
        }
        if (errors.any()) {
            return page(viewer, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        after.addFlashAttribute(Notice.FLASH, Notice.of("factor.removed"));
        return new ModelAndView("redirect:/account/second-factor");
    }

    @PostMapping("/account/second-factor/codes")
    @Allowed(Who.PERSON)
    @OwnTransaction
    ModelAndView codes(Viewer viewer) {
        adding.check(viewer);
        if (!second.holds(viewer.me())) {
            throw new NotFound();
        }
        RecoveryCodes.Fresh fresh = adding.freshCodes(viewer.me());
        transaction.executeWithoutResult(status -> {
            codes.replace(viewer.me(), fresh);
            second.codesMade(viewer.me());
        });
        return Adding.shown(fresh, "/account/second-factor");
    }

    private boolean removed(PersonId me) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            tries.clear(me);
            if (second.lastOfThoseOwed(me)) {
                return false;
            }
            if (totps.remove(me)) {
                second.removed(me);
            }
            return true;
        }));
    }

    private ModelAndView page(Viewer viewer, FormErrors errors, HttpStatus status) {
        PersonId me = viewer.me();
        FactorPage page =
                new FactorPage(errors, totps.confirmed(me), passkeys.of(me), codes.left(me), adding.allowed(viewer));
        return new ModelAndView("factor/factors", Map.of("page", page), status);
    }

    private ModelAndView appPage(Viewer viewer, FormErrors errors, HttpStatus status) {
        Optional<byte[]> secret = totps.pending(viewer.me());
        if (secret.isEmpty()) {
            return new ModelAndView("redirect:/account/second-factor");
        }
        Person me = people.of(viewer.me()).orElseThrow(NotFound::new);
        QrCode qr = QrCode.of(QrCode.totp(me.mail().shown(), secret.get()));
        String grouped = QrCode.base32(secret.get()).replaceAll("(.{4})(?!$)", "$1 ");
        return new ModelAndView("factor/app", Map.of("page", new FactorPage.AppPage(errors, qr, grouped)), status);
    }
}
