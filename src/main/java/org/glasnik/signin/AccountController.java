package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.identity.Profiles;
import org.glasnik.platform.Notice;
import org.glasnik.platform.OwnTransaction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account, and the devices that are signed in to it. */
@Controller
class AccountController {
    private final People people;
    private final Profiles profiles;
    private final Passwords passwords;
    private final AddressChanges changes;
    private final Sessions sessions;
    private final SigningIn signingIn;
    private final ObjectProvider<FactorsHeld> factors;
    private final Deeds deeds;
    private final TransactionTemplate transaction;

    AccountController(
            People people,
            Profiles profiles,
            Passwords passwords,
            AddressChanges changes,
            Sessions sessions,
            SigningIn signingIn,
            ObjectProvider<FactorsHeld> factors,
            Deeds deeds,
            TransactionTemplate transaction) {
        this.people = people;
        this.profiles = profiles;
        this.passwords = passwords;
        this.changes = changes;
        this.sessions = sessions;
        this.signingIn = signingIn;
        this.factors = factors;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping("/account")
    @Allowed(Who.PERSON)
    ModelAndView account(Viewer viewer) {
        Person me = people.of(viewer.me()).orElseThrow(NotFound::new);
        AccountPage page = new AccountPage(
                profiles.of(me.id()).orElseThrow(NotFound::new),
                me.mail(),
                changes.of(me.id()),
                passwords.changedAt(me.id()),
                factors.stream().anyMatch(held -> held.holds(me.id())),
                sessions.count(me.id()));
        return new ModelAndView("signin/account", "page", page);
    }

    @GetMapping("/account/sessions")
    @Allowed(Who.PERSON)
    ModelAndView sessions(Viewer viewer, HttpServletRequest request) {
        return new ModelAndView(
                "signin/sessions",
                "page",
                new AccountPage.SessionsPage(
                        sessions.of(viewer.me(), request.getSession().getId())));
    }

    @PostMapping("/account/sessions/{id}/end")
    @Allowed(Who.PERSON)
    String end(@PathVariable("id") UUID id, Viewer viewer, HttpServletRequest request, RedirectAttributes after) {
        if (!sessions.end(viewer.me(), id, request.getSession().getId())) {
            throw new NotFound();
        }
        deeds.record(
                viewer, Deed.of("person.signedOutDevice", "person", viewer.me().value()));
        after.addFlashAttribute(Notice.FLASH, Notice.of("signin.sessions.ended"));
        return "redirect:/account/sessions";
    }

    @PostMapping("/account/sessions/end")
    @Allowed(Who.PERSON)
    @OwnTransaction
    String endAll(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        transaction.executeWithoutResult(status -> {
            signingIn.endElsewhere(viewer.me(), request);
            deeds.record(
                    viewer,
                    Deed.of("person.signedOutEverywhere", "person", viewer.me().value()));
        });
        signingIn.signOut(request, response);
        return "redirect:/sign-in?out=yes";
    }
}
