package org.glasnik.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.identity.Memberships;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.platform.Language;
import org.glasnik.platform.Notice;
import org.glasnik.registry.Bodies;
import org.glasnik.registry.BodyName;
import org.glasnik.signin.BinnedAddress;
import org.glasnik.signin.SigningIn;
import org.glasnik.signin.Token;
import org.glasnik.signin.Tokens;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Answers to an invitation: from the letter, whose link proves the address, or from "what next" by somebody signed in with
 * that address. Opening changes nothing; a button answers.
 */
@Controller
class InvitationController {
    static final String LETTER = "/invitations/letter/";
    private static final String OWN = "/invitations/";

    private final Inviting inviting;
    private final Invitations invitations;
    private final Tokens tokens;
    private final SigningIn signingIn;
    private final Memberships memberships;
    private final People people;
    private final Bodies bodies;
    private final Clock clock;

    InvitationController(
            Inviting inviting,
            Invitations invitations,
            Tokens tokens,
            SigningIn signingIn,
            Memberships memberships,
            People people,
            Bodies bodies,
            Clock clock) {
        this.inviting = inviting;
        this.invitations = invitations;
        this.tokens = tokens;
        this.signingIn = signingIn;
        this.memberships = memberships;
        this.people = people;
        this.bodies = bodies;
        this.clock = clock;
    }

    @GetMapping(LETTER + "{token}")
    @Allowed(Who.ANYONE)
    ModelAndView letter(@PathVariable("token") String token, Language language, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        Optional<Invitation> invitation = tokens.peek(Inviting.PURPOSE, token)
                .filter(Token::open)
                .flatMap(t -> InvitationId.of(t.payload()))
                .flatMap(invitations::open);
        if (invitation.filter(i -> people.binned(i.mail())).isPresent()) {
            return BinnedAddress.page();
        }
        ModelAndView page = page(LETTER + token, invitation, language);
        if (invitation.isEmpty()) {
            page.setStatus(HttpStatus.NOT_FOUND);
        }
        return page;
    }

    /** The address is proven by the link, so accepting signs in as a mail link does: a second factor is still owed. */
    @PostMapping(LETTER + "{token}/acceptance")
    @Allowed(Who.ANYONE)
    ModelAndView acceptByLetter(
            @PathVariable("token") String token,
            Viewer viewer,
            Language language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Invitation> invitation = spent(token);
        if (invitation.filter(i -> people.binned(i.mail())).isPresent()) {
            return BinnedAddress.page();
        }
        Optional<PersonId> seated = invitation.flatMap(i -> inviting.accept(viewer, i));
        return seated.isEmpty()
                ? letter(token, language, response)
                : new ModelAndView(signingIn.signIn(seated.get(), false, "/", request, response));
    }

    @PostMapping(LETTER + "{token}/refusal")
    @Allowed(Who.ANYONE)
    ModelAndView refuseByLetter(@PathVariable("token") String token, Viewer viewer, RedirectAttributes redirect) {
        spent(token).ifPresent(i -> inviting.refuse(viewer, i));
        redirect.addFlashAttribute(Notice.FLASH, Notice.of("invitation.notice.refused"));
        return new ModelAndView("redirect:/");
    }

    @GetMapping(OWN + "{id}")
    @Allowed(Who.PERSON)
    ModelAndView own(@PathVariable("id") String id, Viewer viewer, Language language) {
        return page(OWN + id, Optional.of(mine(id, viewer)), language);
    }

    @PostMapping(OWN + "{id}/acceptance")
    @Allowed(Who.PERSON)
    ModelAndView accept(@PathVariable("id") String id, Viewer viewer, RedirectAttributes redirect) {
        Invitation invitation = mine(id, viewer);
        if (inviting.accept(viewer, invitation).isEmpty()) {
            throw new NotFound();
        }
        redirect.addFlashAttribute(Notice.FLASH, Notice.of("invitation.notice.accepted"));
        return new ModelAndView("redirect:/bodies/" + invitation.body());
    }

    @PostMapping(OWN + "{id}/refusal")
    @Allowed(Who.PERSON)
    ModelAndView refuse(@PathVariable("id") String id, Viewer viewer, RedirectAttributes redirect) {
        inviting.refuse(viewer, mine(id, viewer));
        redirect.addFlashAttribute(Notice.FLASH, Notice.of("invitation.notice.refused"));
        return new ModelAndView("redirect:/");
    }

    private Optional<Invitation> spent(String token) {
        return tokens.spend(Inviting.PURPOSE, token)
                .flatMap(t -> InvitationId.of(t.payload()))
                .flatMap(invitations::open);
    }

    private Invitation mine(String id, Viewer viewer) {
        return invitations.toMe(viewer, clock.instant()).stream()
                .filter(i -> i.id().toString().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ModelAndView page(String action, Optional<Invitation> invitation, Language language) {
        InvitationPage.Invited invited = invitation
                .map(i -> {
                    Map<?, BodyName> names = bodies.names(Set.of(i.body()), language);
                    boolean leaving = i.seat().single()
                            && memberships.present(Set.of(i.body())).getOrDefault(i.body(), List.of()).stream()
                                    .anyMatch(m -> m.seat() == i.seat());
                    return new InvitationPage.Invited(
                            i.name(),
                            people.of(i.invitedBy()).map(Person::name).orElse(""),
                            java.util.Objects.requireNonNull(names.get(i.body())),
                            i.seat(),
                            i.mail().shown(),
                            i.expiresAt(),
                            leaving);
                })
                .orElse(null);
        return new ModelAndView("invitation/invitation", "page", new InvitationPage(action, invited));
    }
}
