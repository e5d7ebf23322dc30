package org.glasnik.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.RateLimits;
import org.glasnik.signin.SigningIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ModelAndView;

/**
 * Adds a factor: with the first one come recovery codes, and the session steps up, since its owner has just shown the factor.
 * A session that owes a factor which its person has cannot add another in its place.
 */
@Component
class Adding {
    private final Factors factors;
    private final SecondFactors second;
    private final RecoveryCodes codes;
    private final SigningIn signingIn;
    private final RateLimits limits;
    private final TransactionTemplate transaction;

    Adding(
            Factors factors,
            SecondFactors second,
            RecoveryCodes codes,
            SigningIn signingIn,
            RateLimits limits,
            TransactionTemplate transaction) {
        this.factors = factors;
        this.second = second;
        this.codes = codes;
        this.signingIn = signingIn;
        this.limits = limits;
        this.transaction = transaction;
    }

    boolean allowed(Viewer viewer) {
        return viewer.secondFactor() || !factors.holds(viewer.me());
    }

    void check(Viewer viewer) {
        if (!allowed(viewer)) {
            throw new NotFound();
        }
    }

    /**
     * @param proof judges and stores the factor, in the transaction
     * @param back where to go when there are no codes to show
     * @return empty where the proof fails
     */
    Optional<ModelAndView> add(
            Viewer viewer,
            BooleanSupplier proof,
            String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        check(viewer);
        PersonId me = viewer.me();
        boolean halfway = viewer.kinds().contains(Who.HALFWAY);
        String next = halfway ? signingIn.target(request) : back;
        Optional<RecoveryCodes.Fresh> fresh = codes.left(me) == 0 ? Optional.of(freshCodes(me)) : Optional.empty();
        boolean added = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!proof.getAsBoolean()) {
                status.setRollbackOnly();
                return false;
            }
            fresh.ifPresent(made -> codes.replace(me, made));
            second.added(me);
            // Whoever else is in by one factor, a thief of it included, is out.
            signingIn.endElsewhere(me, request);
            if (!viewer.secondFactor()) {
                signingIn.signIn(me, true, next, request, response);
            }
            return true;
        }));
        if (!added) {
            return Optional.empty();
        }
        return Optional.of(fresh.map(made -> shown(made, next)).orElseGet(() -> new ModelAndView("redirect:" + next)));
    }

    /** Ten slow hashes, whether or not the proof then holds: without a limit one person keeps all others from signing in. */
    RecoveryCodes.Fresh freshCodes(PersonId me) {
        limits.take("codes-person", me.toString());
        return codes.make();
    }

    /** The only time: nothing can show them again, so this answers the post itself. */
    static ModelAndView shown(RecoveryCodes.Fresh made, String next) {
        return new ModelAndView("factor/codes", "page", new FactorPage.CodesPage(made.codes(), next));
    }
}
