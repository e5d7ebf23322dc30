package org.glasnik.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.registry.Bodies;
import org.glasnik.registry.BodyName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Someone leaves a seat, on a day that is today or past; the seat's history keeps it. */
@Controller
class EndingController {
    /**
     * @param person empty where the name is gone
     * @param until as typed, ISO date
     * @param today the last day that may be chosen
     */
    record EndingPage(Membership seat, String person, BodyName body, String until, String today, FormErrors errors) {}

    private final Memberships memberships;
    private final Seating seating;
    private final People people;
    private final Bodies bodies;
    private final Clock clock;
    private final DefaultZone zone;
    private final Languages languages;

    EndingController(
            Memberships memberships,
            Seating seating,
            People people,
            Bodies bodies,
            Clock clock,
            DefaultZone zone,
            Languages languages) {
        this.memberships = memberships;
        this.seating = seating;
        this.people = people;
        this.bodies = bodies;
        this.clock = clock;
        this.zone = zone;
        this.languages = languages;
    }

    @GetMapping("/memberships/{id}/ending")
    @Allowed(Who.PERSON)
    ModelAndView form(@PathVariable MembershipId id, HttpServletRequest request, Viewer viewer) {
        Membership seat = memberships.endable(id, viewer).orElseThrow(NotFound::new);
        return page(seat, today(viewer).toString(), FormErrors.none(), viewer, languages.of(request));
    }

    @PostMapping("/memberships/{id}/ending")
    @Allowed(Who.PERSON)
    ModelAndView end(
            @PathVariable MembershipId id,
            @RequestParam(required = false) @Nullable String until,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        Membership seat = memberships.endable(id, viewer).orElseThrow(NotFound::new);
        FormErrors errors = FormErrors.none();
        LocalDate day = day(until);
        if (day == null) {
            errors.add("until", "identity.error.day");
        } else if (day.isAfter(today(viewer))) {
            errors.add("until", "identity.error.future");
        } else if (day.isBefore(seat.since())) {
            errors.add("until", "identity.error.beforeSince");
        }
        if (day == null || errors.any()) {
            ModelAndView page =
                    page(seat, Objects.requireNonNullElse(until, ""), errors, viewer, languages.of(request));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        seating.end(viewer, List.of(id), day);
        flash.addFlashAttribute(
                Notice.FLASH, Notice.of("identity.notice.ended").undoneAt("/memberships/" + id + "/ending/undo"));
        return new ModelAndView("redirect:/bodies/" + seat.body());
    }

    @PostMapping("/memberships/{id}/ending/undo")
    @Allowed(Who.PERSON)
    ModelAndView undo(@PathVariable MembershipId id, Viewer viewer, RedirectAttributes flash) {
        Membership seat = memberships.reopenable(id, viewer).orElseThrow(NotFound::new);
        boolean open = seating.reopen(viewer, seat);
        flash.addFlashAttribute(Notice.FLASH, Notice.of(open ? "identity.notice.reopened" : "identity.notice.taken"));
        return new ModelAndView("redirect:/bodies/" + seat.body());
    }

    private ModelAndView page(Membership seat, String until, FormErrors errors, Viewer viewer, Language reader) {
        String person = people.of(seat.person()).map(Person::name).orElse("");
        Map<org.glasnik.access.BodyId, BodyName> names = bodies.names(Set.of(seat.body()), reader);
        return new ModelAndView(
                "identity/ending",
                "page",
                new EndingPage(
                        seat,
                        person,
                        Objects.requireNonNull(names.get(seat.body())),
                        until,
                        today(viewer).toString(),
                        errors));
    }

    /** Here or where the viewer is, whichever is later: a seat that began today here can be ended today from anywhere. */
    private LocalDate today(Viewer viewer) {
        LocalDate here = LocalDate.ofInstant(clock.instant(), zone.get());
        LocalDate there = LocalDate.ofInstant(clock.instant(), viewer.zone().orElseGet(zone::get));
        return there.isAfter(here) ? there : here;
    }

    private static @Nullable LocalDate day(@Nullable String posted) {
        try {
            return posted == null ? null : LocalDate.parse(posted.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
