package org.glasnik.factor;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.People;
import org.glasnik.identity.Viewers;
import org.glasnik.notify.Letter;
import org.glasnik.notify.Letters;
import org.glasnik.platform.BaseUrl;
import org.glasnik.signin.SigningIn;
import org.springframework.stereotype.Component;

/** Second factors come and go here: with a deed, and a letter to their owner. Call it inside a transaction. */
@Component
public class SecondFactors {
    private final Factors factors;
    private final Totps totps;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final Tries tries;
    private final SigningIn signingIn;
    private final People people;
    private final Viewers viewers;
    private final Deeds deeds;
    private final Letters letters;
    private final BaseUrl base;

    SecondFactors(
            Factors factors,
            Totps totps,
            Passkeys passkeys,
            RecoveryCodes codes,
            Tries tries,
            SigningIn signingIn,
            People people,
            Viewers viewers,
            Deeds deeds,
            Letters letters,
            BaseUrl base) {
        this.factors = factors;
        this.totps = totps;
        this.passkeys = passkeys;
        this.codes = codes;
        this.tries = tries;
        this.signingIn = signingIn;
        this.people = people;
        this.viewers = viewers;
        this.deeds = deeds;
        this.letters = letters;
        this.base = base;
    }

    public boolean holds(PersonId person) {
        return factors.holds(person);
    }

    /**
     * Takes all factors from someone who has lost them, on an operator's word. Every session of that person ends; whoever owes
     * a factor sets up a new one at the next sign-in.
     */
    public void reset(PersonId person, Viewer by) {
        totps.remove(person);
        passkeys.removeAll(person);
        codes.remove(person);
        tries.clear(person);
        signingIn.endEverywhere(Set.of(person));
        tell(by, person, "person.factorsReset", "factor.reset");
    }

    /**
     * Whether it would leave someone without a factor whose seats demand one. Ask in the transaction that removes: of two
     * removals at once the second sees what the first has left.
     */
    boolean lastOfThoseOwed(PersonId person) {
        factors.lock(person);
        return factors.count(person) <= 1
                && viewers.of(person, false).map(Viewer::owesFactor).orElse(false);
    }

    /** Without any factor recovery codes recover nothing. */
    void forgetCodesOfNothing(PersonId person) {
        if (factors.count(person) == 0) {
            codes.remove(person);
        }
    }

    void added(PersonId person) {
        tell(person, "person.factorAdded", "factor.added");
    }

    void removed(PersonId person) {
        forgetCodesOfNothing(person);
        tell(person, "person.factorRemoved", "factor.removed");
    }

    void recovered(PersonId person) {
        tell(person, "person.recoveryUsed", "factor.recovered");
    }

    void codesMade(PersonId person) {
        tell(person, "person.recoveryMade", "factor.codes");
    }

    private void tell(PersonId person, String deed, String letter) {
        tell(viewers.of(person, true).orElse(Viewer.NOBODY), person, deed, letter);
    }

    private void tell(Viewer by, PersonId person, String deed, String letter) {
        deeds.record(by, Deed.of(deed, "person", person.value()));
        people.of(person)
                .ifPresent(to -> letters.post(new Letter(
                        letter,
                        letter + ":" + UUID.randomUUID(),
                        to.mail(),
                        person,
                        to.language(),
                        Map.of(),
                        base.of("/account/second-factor"),
                        false,
                        null)));
    }
}
