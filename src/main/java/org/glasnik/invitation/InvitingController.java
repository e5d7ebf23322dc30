package org.glasnik.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glasnik.access.Allowed;
import org.glasnik.access.BodyId;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.identity.Membership;
import org.glasnik.identity.Memberships;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.identity.Seat;
import org.glasnik.invitation.InvitationLimits.Many;
import org.glasnik.platform.Acknowledging;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.platform.OwnTransaction;
import org.glasnik.platform.Texts;
import org.glasnik.registry.Bodies;
import org.glasnik.registry.BodyName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Invitations to the seats of a body, for those who may fill them. */
@Controller
class InvitingController {
    private static final String PATH = "/bodies/{id}/invitations";

    private final Inviting inviting;
    private final Invitations invitations;
    private final Memberships memberships;
    private final People people;
    private final Bodies bodies;
    private final Languages languages;
    private final Texts texts;
    private final InvitationLimits limits;
    private final Acknowledging acknowledging;

    InvitingController(
            Inviting inviting,
            Invitations invitations,
            Memberships memberships,
            People people,
            Bodies bodies,
            Languages languages,
            Texts texts,
            InvitationLimits limits,
            Acknowledging acknowledging) {
        this.inviting = inviting;
        this.invitations = invitations;
        this.memberships = memberships;
        this.people = people;
        this.bodies = bodies;
        this.languages = languages;
        this.texts = texts;
        this.limits = limits;
        this.acknowledging = acknowledging;
    }

    @GetMapping(PATH + "/new")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView blank(
            @PathVariable("id") BodyId id,
            @RequestParam(name = "seat", required = false) String seat,
            Viewer viewer,
            Language language) {
        InvitationForm form = new InvitationForm(null, null, seat, language.tag());
        return page(id, form, FormErrors.none(), viewer, language);
    }

    /** Not in the route's transaction: a letter that is refused counts all the same. */
    @PostMapping(PATH)
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    @OwnTransaction
    @Nullable
    ModelAndView invite(
            @PathVariable("id") BodyId id,
            InvitationForm form,
            Viewer viewer,
            Language language,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws Exception {
        FormErrors errors = FormErrors.none();
        Optional<InvitationForm.Invited> invited = form.read(errors, fillable(id, viewer));
        if (invited.isEmpty()) {
            return again(id, form, errors, viewer, language);
        }
        Optional<Many> many = limits.reached(viewer, invited.get().mail());
        if (many.isPresent()) {
            errors.add("mail", "invitation.error." + many.get().tag());
            ModelAndView page = again(id, form, errors, viewer, language);
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            response.setHeader(HttpHeaders.RETRY_AFTER, many.get().seconds());
            return page;
        }
        return acknowledging.answer(request, response, () -> {
            if (!inviting.invite(viewer, id, invited.get())) {
                return again(id, form, errors.add("mail", "invitation.error.already"), viewer, language);
            }
            redirect.addFlashAttribute(
                    Notice.FLASH,
                    Notice.of(
                            "invitation.notice.sent",
                            Map.of("mail", invited.get().mail().shown())));
            return back(id);
        });
    }

    @PostMapping(PATH + "/{invitation}/withdrawal")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView withdraw(
            @PathVariable("id") BodyId id,
            @PathVariable("invitation") String invitation,
            Viewer viewer,
            RedirectAttributes redirect) {
        inviting.withdraw(viewer, changeable(id, invitation, viewer));
        redirect.addFlashAttribute(Notice.FLASH, Notice.of("invitation.notice.withdrawn"));
        return back(id);
    }

    /** As with the first letter. */
    @PostMapping(PATH + "/{invitation}/reminder")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    @OwnTransaction
    @Nullable
    ModelAndView remind(
            @PathVariable("id") BodyId id,
            @PathVariable("invitation") String invitation,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws Exception {
        Optional<Many> many =
                limits.reached(viewer, changeable(id, invitation, viewer).mail());
        if (many.isPresent()) {
            redirect.addFlashAttribute(
                    Notice.FLASH, Notice.of("invitation.notice." + many.get().tag()));
            return back(id);
        }
        return acknowledging.answer(request, response, () -> {
            inviting.remind(viewer, changeable(id, invitation, viewer));
            redirect.addFlashAttribute(Notice.FLASH, Notice.of("invitation.notice.sentAgain"));
            return back(id);
        });
    }

    private Invitation changeable(BodyId id, String invitation, Viewer viewer) {
        return InvitationId.of(invitation)
                .flatMap(known -> invitations.to(id, known, viewer))
                .orElseThrow(NotFound::new);
    }

    private Set<Seat> fillable(BodyId id, Viewer viewer) {
        Set<Seat> fillable = memberships.fillable(id, viewer);
        if (fillable.isEmpty()) {
            throw new NotFound();
        }
        return fillable;
    }

    private ModelAndView again(BodyId id, InvitationForm form, FormErrors errors, Viewer viewer, Language language) {
        ModelAndView page = page(id, form, errors, viewer, language);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(BodyId id, InvitationForm form, FormErrors errors, Viewer viewer, Language language) {
        Set<Seat> fillable = fillable(id, viewer);
        BodyName name =
                Optional.ofNullable(bodies.names(Set.of(id), language).get(id)).orElseThrow(NotFound::new);
        Map<String, String> seats = new LinkedHashMap<>();
        for (Seat seat : Seat.values()) {
            if (fillable.contains(seat)) {
                seats.put(seat.tag(), texts.text(language, "identity.seat." + seat.tag()));
            }
        }
        Map<String, String> offered = new LinkedHashMap<>();
        languages.offered().forEach(l -> offered.put(l.tag(), l.ownName()));
        String leaving = Seat.ofTag(form.seat())
                .filter(Seat::single)
                .flatMap(s -> holder(id, s))
                .orElse(null);
        return new ModelAndView(
                "invitation/inviting", "page", new InvitingPage(id, name, form, errors, seats, offered, leaving));
    }

    private Optional<String> holder(BodyId id, Seat seat) {
        return memberships.present(Set.of(id)).getOrDefault(id, java.util.List.of()).stream()
                .filter(m -> m.seat() == seat)
                .map(Membership::person)
                .findFirst()
                .flatMap(people::of)
                .map(Person::name);
    }

    private static ModelAndView back(BodyId id) {
        return new ModelAndView("redirect:/bodies/" + id);
    }
}
