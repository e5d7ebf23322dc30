package org.glasnik.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.glasnik.access.Allowed;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.OwnTransaction;
import org.glasnik.signin.SigningIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second step of a sign-in. Whoever owes one and has none sets one up here first: there is no way around. */
@Controller
class SecondStepController {
    private final Totps totps;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final Tries tries;
    private final Factors factors;
    private final SecondFactors second;
    private final SigningIn signingIn;
    private final TransactionTemplate transaction;

    SecondStepController(
            Totps totps,
            Passkeys passkeys,
            RecoveryCodes codes,
            Tries tries,
            Factors factors,
            SecondFactors second,
            SigningIn signingIn,
            TransactionTemplate transaction) {
        this.totps = totps;
        this.passkeys = passkeys;
        this.codes = codes;
        this.tries = tries;
        this.factors = factors;
        this.second = second;
        this.signingIn = signingIn;
        this.transaction = transaction;
    }

    @GetMapping("/sign-in/second-factor")
    @Allowed({Who.HALFWAY, Who.PERSON})
    ModelAndView step(
            @RequestParam(name = "passkey", required = false) @Nullable String passkey,
            Viewer viewer,
            HttpServletRequest request) {
        if (!viewer.kinds().contains(Who.HALFWAY)) {
            return new ModelAndView("redirect:" + signingIn.target(request));
        }
        if (!factors.holds(viewer.me())) {
            return new ModelAndView("factor/choose");
        }
        return page(viewer.me(), FormErrors.none(), passkey != null, HttpStatus.OK);
    }

    @PostMapping("/sign-in/second-factor")
    @Allowed(Who.HALFWAY)
    @OwnTransaction
    ModelAndView code(
            @RequestParam(name = "code", required = false) @Nullable String posted,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        String code = posted == null ? "" : posted;
        return judged(
                "code", "factor.code.wrong", code, viewer, () -> totps.spend(viewer.me(), code), request, response);
    }

    @PostMapping("/sign-in/second-factor/recovery")
    @Allowed(Who.HALFWAY)
    @OwnTransaction
    ModelAndView recovery(
            @RequestParam(name = "recovery", required = false) @Nullable String posted,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        String typed = posted == null ? "" : posted;
        PersonId me = viewer.me();
        return judged(
                "recovery",
                "factor.recovery.wrong",
                typed,
                viewer,
                () -> {
                    // Hashing takes long: before the transaction, but after the try is counted.
                    Optional<byte[]> hash = codes.hash(me, typed);
                    return hash.isPresent()
                            && Boolean.TRUE.equals(transaction.execute(status -> {
                                boolean right = codes.spend(me, hash.get());
                                if (right) {
                                    second.recovered(me);
                                }
                                return right;
                            }));
                },
                request,
                response);
    }

    private ModelAndView judged(
            String field,
            String wrong,
            String typed,
            Viewer viewer,
            BooleanSupplier right,
            HttpServletRequest request,
            HttpServletResponse response) {
        PersonId me = viewer.me();
        FormErrors errors = FormErrors.none();
        if (typed.isBlank()) {
            return page(me, errors.add(field, "platform.error.empty"), false, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!tries.take(me)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Tries.LOCKED.toSeconds()));
            errors.add(field, "factor.locked", "minutes", Tries.LOCKED.toMinutes());
            return page(me, errors, false, HttpStatus.TOO_MANY_REQUESTS);
        }
        String target = signingIn.target(request);
        // A code that is right is spent for good, even if what follows fails: it must never count twice.
        if (!right.getAsBoolean()) {
            return page(me, errors.add(field, wrong), false, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView(Objects.requireNonNull(transaction.<String>execute(status -> {
            tries.clear(me);
            return signingIn.signIn(me, true, target, request, response);
        })));
    }

    private ModelAndView page(PersonId me, FormErrors errors, boolean failed, HttpStatus status) {
        FactorPage.StepPage page = new FactorPage.StepPage(
                errors, totps.confirmed(me), !passkeys.of(me).isEmpty(), codes.left(me) > 0, failed);
        return new ModelAndView("factor/step", Map.of("page", page), status);
    }
}
