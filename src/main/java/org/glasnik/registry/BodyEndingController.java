package org.glasnik.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnik.access.Allowed;
import org.glasnik.access.BodyId;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A body is merged or abolished: its record stays, with the day, the basis and who goes on. */
@Controller
class BodyEndingController {
    /**
     * As the browser sends it.
     *
     * @param ending tag
     * @param endedOn a day as browsers write it
     * @param successors codes, one a line
     */
    record EndingForm(
            @Nullable String ending,
            @Nullable String endedOn,
            @Nullable String successors,
            @Nullable String basis) {}

    record EndingPage(Body body, EndingForm form, FormErrors errors) {}

    private static final int SUCCESSORS = 20;

    private final Bodies bodies;
    private final BodyRecords records;
    private final Lifecycles lifecycles;
    private final Deeds deeds;
    private final Languages languages;

    BodyEndingController(Bodies bodies, BodyRecords records, Lifecycles lifecycles, Deeds deeds, Languages languages) {
        this.bodies = bodies;
        this.records = records;
        this.lifecycles = lifecycles;
        this.deeds = deeds;
        this.languages = languages;
    }

    @GetMapping("/bodies/{id}/ending")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView form(@PathVariable BodyId id, HttpServletRequest request, Viewer viewer) {
        Body body = bodies.changeable(id, viewer, languages.of(request)).orElseThrow(NotFound::new);
        Lifecycle life = lifecycles.of(id, languages.of(request));
        EndingForm form = new EndingForm(
                life.ending() == null ? "" : life.ending().tag(),
                life.ended() == null ? "" : life.ended().toString(),
                life.successors().stream().map(Lifecycle.Other::code).collect(Collectors.joining("\n")),
                life.basis());
        return page(body, form, FormErrors.none());
    }

    @PostMapping("/bodies/{id}/ending")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView end(
            @PathVariable BodyId id,
            EndingForm form,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        records.lock();
        Body body = bodies.changeable(id, viewer, languages.of(request)).orElseThrow(NotFound::new);
        FormErrors errors = FormErrors.none();
        Optional<Ending> ending = Ending.ofTag(form.ending());
        errors.require(ending.isPresent(), "ending", "platform.error.choose");
        LocalDate on = ReadingBody.day("endedOn", form.endedOn(), errors);
        LocalDate founded = body.details().foundedOn();
        if (on == null) {
            errors.require(errors.of("endedOn").isPresent(), "endedOn", "registry.error.day");
        } else {
            errors.require(founded == null || !on.isBefore(founded), "endedOn", "registry.error.endedBefore");
        }
        Map<BodyId, String> successors = successors(id, form, errors);
        String basis = errors.optional("basis", form.basis(), 300);
        if (on == null || ending.isEmpty() || errors.any()) {
            ModelAndView page = page(body, form, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        lifecycles.end(id, ending.get(), on, basis, Set.copyOf(successors.keySet()));
        deeds.record(
                viewer,
                Deed.of("body.ended", "body", id.value())
                        .in(body.readers())
                        .with("ending", null, ending.get().tag())
                        .with("endedOn", body.endedOn(), on)
                        .with("successors", null, String.join(", ", successors.values()))
                        .with("basis", null, basis.isEmpty() ? null : basis));
        flash.addFlashAttribute(
                Notice.FLASH, Notice.of("registry.notice.ended").undoneAt("/bodies/" + id + "/ending/undo"));
        return new ModelAndView("redirect:/bodies/" + id);
    }

    @PostMapping("/bodies/{id}/ending/undo")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView undo(@PathVariable BodyId id, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        records.lock();
        Body body = bodies.changeable(id, viewer, languages.of(request)).orElseThrow(NotFound::new);
        if (body.endedOn() != null) {
            lifecycles.takeBackEnding(id);
            deeds.record(
                    viewer,
                    Deed.of("body.endingUndone", "body", id.value())
                            .in(body.readers())
                            .with("endedOn", body.endedOn(), null));
        }
        flash.addFlashAttribute(Notice.FLASH, Notice.of("registry.notice.endingUndone"));
        return new ModelAndView("redirect:/bodies/" + id);
    }

    /** Id to code. */
    private Map<BodyId, String> successors(BodyId self, EndingForm form, FormErrors errors) {
        List<String> codes = Arrays.stream(FormErrors.shown(form.successors()).split("[\\n\\r,;]+"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        if (!errors.require(codes.size() <= SUCCESSORS, "successors", "registry.error.successors", "max", SUCCESSORS)) {
            return Map.of();
        }
        Map<BodyId, String> found = new LinkedHashMap<>();
        Map<String, BodyId> known = bodies.byCodes(Set.copyOf(codes));
        for (String code : codes) {
            BodyId successor = known.get(code.toLowerCase(java.util.Locale.ROOT));
            if (successor == null) {
                if (errors.of("successors").isEmpty()) {
                    errors.add("successors", "registry.error.parent", "code", code.replaceAll("\\p{C}", " "));
                }
            } else if (successor.equals(self)) {
                errors.add("successors", "registry.error.succeedsItself");
            } else {
                found.put(successor, code);
            }
        }
        return found;
    }

    private static ModelAndView page(Body body, EndingForm form, FormErrors errors) {
        return new ModelAndView("registry/ending", "page", new EndingPage(body, form, errors));
    }
}
