package org.glasnik.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What only the operator does to a person: the name, the operator's power, the bin. */
@Controller
class PersonController {
    /** @param stored the name as it is now */
    record PersonFormPage(PersonId id, int version, String typed, String stored, FormErrors errors) {}

    private static final int NAME = 200;

    private final PeopleRows rows;
    private final PersonRecords records;
    private final Seating seating;
    private final Deeds deeds;
    private final Clock clock;
    private final DefaultZone zone;

    PersonController(
            PeopleRows rows, PersonRecords records, Seating seating, Deeds deeds, Clock clock, DefaultZone zone) {
        this.rows = rows;
        this.records = records;
        this.seating = seating;
        this.deeds = deeds;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/people/{id}/edit")
    @Allowed(Who.OPERATOR)
    ModelAndView edit(@PathVariable PersonId id, Viewer viewer) {
        PersonDetails details = rows.of(id, viewer).orElseThrow(NotFound::new);
        String name = details.person().name();
        return form(new PersonFormPage(id, details.version(), name, name, FormErrors.none()));
    }

    @PostMapping("/people/{id}")
    @Allowed(Who.OPERATOR)
    ModelAndView rename(
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false, name = "name") @Nullable String posted,
            Viewer viewer,
            RedirectAttributes flash) {
        PersonDetails details = rows.of(id, viewer).orElseThrow(NotFound::new);
        String stored = details.person().name();
        FormErrors errors = FormErrors.none();
        String name = errors.name("name", posted, NAME);
        boolean stale = !("" + details.version()).equals(version) && !name.equals(stored);
        if (stale && !errors.any()) {
            errors.add("name", "identity.error.meanwhile", "stored", stored);
        }
        String typed = posted == null ? "" : posted;
        PersonFormPage again = new PersonFormPage(id, details.version(), typed, stored, errors);
        if (errors.any()) {
            ModelAndView page = form(again);
            page.setStatus(stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        if (!name.equals(stored)) {
            if (!records.rename(viewer, id, details.version(), name)) {
                errors.add("name", "identity.error.meanwhile", "stored", stored);
                ModelAndView page = form(again);
                page.setStatus(HttpStatus.CONFLICT);
                return page;
            }
            deeds.record(
                    viewer,
                    Deed.of("person.changed", "person", id.value()).about(id).with("name", stored, name));
        }
        flash.addFlashAttribute(Notice.FLASH, Notice.of("identity.notice.changed"));
        return person(id);
    }

    @PostMapping("/people/{id}/operatorship")
    @Allowed(Who.OPERATOR)
    ModelAndView grant(@PathVariable PersonId id, Viewer viewer, RedirectAttributes flash) {
        PersonDetails details = rows.of(id, viewer).orElseThrow(NotFound::new);
        if (records.setOperator(viewer, id, true)) {
            deeds.record(
                    viewer,
                    Deed.of("person.operatorGranted", "person", id.value()).about(id));
        }
        flash.addFlashAttribute(
                Notice.FLASH,
                Notice.of(
                                "identity.notice.granted",
                                Map.of("name", details.person().name()))
                        .undoneAt("/people/" + id + "/operatorship/end"));
        return person(id);
    }

    @PostMapping("/people/{id}/operatorship/end")
    @Allowed(Who.OPERATOR)
    ModelAndView revoke(@PathVariable PersonId id, Viewer viewer, RedirectAttributes flash) {
        PersonDetails details = rows.of(id, viewer).orElseThrow(NotFound::new);
        if (records.operators().equals(Set.of(id.value()))) {
            flash.addFlashAttribute(Notice.FLASH, Notice.of("identity.notice.lastOperator"));
            return person(id);
        }
        if (records.setOperator(viewer, id, false)) {
            deeds.record(
                    viewer,
                    Deed.of("person.operatorRevoked", "person", id.value()).about(id));
        }
        boolean self = id.equals(viewer.person());
        Notice notice = Notice.of(
                "identity.notice.revoked", Map.of("name", details.person().name()));
        flash.addFlashAttribute(Notice.FLASH, self ? notice : notice.undoneAt("/people/" + id + "/operatorship"));
        return person(id);
    }

    @PostMapping("/people/{id}/deletion")
    @Allowed(Who.OPERATOR)
    ModelAndView delete(@PathVariable PersonId id, Viewer viewer, RedirectAttributes flash) {
        PersonDetails details = rows.of(id, viewer).orElseThrow(NotFound::new);
        Set<UUID> operators = records.operators();
        if (id.equals(viewer.person()) || operators.equals(Set.of(id.value()))) {
            flash.addFlashAttribute(Notice.FLASH, Notice.of("identity.notice.notYourself"));
            return person(id);
        }
        if (records.delete(viewer, id)) {
            deeds.record(viewer, Deed.of("person.deleted", "person", id.value()).about(id));
            seating.leave(viewer, id, LocalDate.ofInstant(clock.instant(), zone.get()));
        }
        flash.addFlashAttribute(
                Notice.FLASH,
                Notice.of(
                                "identity.notice.deleted",
                                Map.of("name", details.person().name()))
                        .undoneAt("/people/" + id + "/deletion/undo"));
        return new ModelAndView("redirect:/people");
    }

    @PostMapping("/people/{id}/deletion/undo")
    @Allowed(Who.OPERATOR)
    ModelAndView restore(@PathVariable PersonId id, Viewer viewer, RedirectAttributes flash) {
        String name = records.restore(viewer, id).orElseThrow(NotFound::new);
        deeds.record(viewer, Deed.of("person.restored", "person", id.value()).about(id));
        seating.comeBack(viewer, id);
        flash.addFlashAttribute(Notice.FLASH, Notice.of("identity.notice.restored", Map.of("name", name)));
        return person(id);
    }

    private static ModelAndView person(PersonId id) {
        return new ModelAndView("redirect:/people/" + id);
    }

    private static ModelAndView form(PersonFormPage page) {
        return new ModelAndView("identity/person-edit", "page", page);
    }
}
