package org.glasnik.pageduty;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.officialpage.Today;
import org.glasnik.pageaddress.Platform;
import org.glasnik.pageaddress.WebLink;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.registry.BodyKind;
import org.glasnik.registry.Jurisdictions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Duties as the operator keeps them: begun, ended, taken back; never overwritten. */
@Controller
class DutyController {
    /** Maps are code or tag to words. */
    record DutyFormPage(
            DutyForm form,
            FormErrors errors,
            Map<String, String> jurisdictions,
            Map<String, String> kinds,
            Map<String, String> platforms) {}

    /** @param until as typed, ISO date */
    record DutyPage(KeptDuty duty, String jurisdiction, String until, boolean followed, FormErrors errors) {}

    private final Duties duties;
    private final ChangingDuties changing;
    private final DutyWords words;
    private final Jurisdictions jurisdictions;
    private final Today today;
    private final Languages languages;

    DutyController(
            Duties duties,
            ChangingDuties changing,
            DutyWords words,
            Jurisdictions jurisdictions,
            Today today,
            Languages languages) {
        this.duties = duties;
        this.changing = changing;
        this.words = words;
        this.jurisdictions = jurisdictions;
        this.today = today;
        this.languages = languages;
    }

    @GetMapping("/duties/new")
    @Allowed(Who.OPERATOR)
    ModelAndView fresh(HttpServletRequest request) {
        return form(DutyForm.on(today.here()), FormErrors.none(), languages.of(request));
    }

    @PostMapping("/duties")
    @Allowed(Who.OPERATOR)
    ModelAndView begin(DutyForm form, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        Language reader = languages.of(request);
        FormErrors errors = FormErrors.none();
        List<Duty> begun = read(form, errors, reader);
        if (!errors.any()) {
            List<Duty> refused = changing.begin(viewer, begun);
            errors.require(
                    refused.isEmpty(),
                    "since",
                    "pageduty.error.later",
                    "kinds",
                    refused.stream()
                            .map(duty -> words.kind(reader, duty.kind()))
                            .collect(Collectors.joining(", ")));
        }
        if (errors.any()) {
            ModelAndView again = form(form, errors, reader);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        flash.addFlashAttribute(Notice.FLASH, Notice.of("pageduty.notice.begun"));
        return new ModelAndView(
                "redirect:/duties?jurisdiction=" + begun.getFirst().jurisdiction());
    }

    @GetMapping("/duties/{id}")
    @Allowed(Who.OPERATOR)
    ModelAndView show(@PathVariable UUID id, HttpServletRequest request) {
        return page(duty(id), today.here().toString(), FormErrors.none(), languages.of(request));
    }

    @PostMapping("/duties/{id}/ending")
    @Allowed(Who.OPERATOR)
    ModelAndView end(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String until,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        KeptDuty duty = duty(id);
        FormErrors errors = FormErrors.none();
        LocalDate day = day("until", until, errors);
        if (day != null && !changing.end(viewer, id, day)) {
            errors.add("until", "pageduty.error.until");
        }
        if (errors.any()) {
            ModelAndView again = page(duty, FormErrors.shown(until), errors, languages.of(request));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        flash.addFlashAttribute(
                Notice.FLASH, Notice.of("pageduty.notice.ended").undoneAt("/duties/" + id + "/ending/undo"));
        return new ModelAndView("redirect:/duties/" + id);
    }

    @PostMapping("/duties/{id}/ending/undo")
    @Allowed(Who.OPERATOR)
    ModelAndView goOn(@PathVariable UUID id, Viewer viewer, RedirectAttributes flash) {
        duty(id);
        boolean done = changing.goOn(viewer, id);
        flash.addFlashAttribute(Notice.FLASH, Notice.of(done ? "pageduty.notice.goesOn" : "pageduty.notice.followed"));
        return new ModelAndView("redirect:/duties/" + id);
    }

    @PostMapping("/duties/{id}/removal")
    @Allowed(Who.OPERATOR)
    ModelAndView takeBack(@PathVariable UUID id, Viewer viewer, RedirectAttributes flash) {
        KeptDuty duty = duty(id);
        boolean done = changing.takeBack(viewer, id);
        flash.addFlashAttribute(
                Notice.FLASH, Notice.of(done ? "pageduty.notice.takenBack" : "pageduty.notice.followed"));
        return new ModelAndView("redirect:/duties?jurisdiction=" + duty.duty().jurisdiction());
    }

    private KeptDuty duty(UUID id) {
        return duties.of(id).orElseThrow(NotFound::new);
    }

    /** One duty a kind; what is wrong is said in the order of the page. */
    private List<Duty> read(DutyForm form, FormErrors errors, Language reader) {
        String jurisdiction = FormErrors.shown(form.jurisdiction());
        errors.require(jurisdictions.in(reader).containsKey(jurisdiction), "jurisdiction", "platform.error.choose");
        List<BodyKind> kinds = Arrays.stream(BodyKind.values())
                .filter(kind -> DutyForm.ticked(form.kinds(), kind.tag()))
                .toList();
        errors.require(!kinds.isEmpty(), "kinds", "pageduty.error.kinds");
        Platform platform = Platform.ofTag(form.platform()).orElse(null);
        errors.require(platform != null, "platform", "platform.error.choose");
        LocalDate since = day("since", form.since(), errors);
        String basis = errors.line("basis", form.basis(), 500);
        String typed = errors.optional("basisAddress", form.basisAddress(), 500);
        String address = WebLink.of(typed).orElse("");
        errors.require(typed.isEmpty() || !address.isEmpty(), "basisAddress", "pageduty.error.link");
        LocalDate verified = day("verifiedOn", form.verifiedOn(), errors);
        errors.require(verified == null || !verified.isAfter(today.here()), "verifiedOn", "pageduty.error.future");
        String note = errors.optional("note", form.note(), 500);
        return errors.any() || platform == null || since == null || verified == null
                ? List.of()
                : kinds.stream()
                        .map(kind -> new Duty(jurisdiction, kind, platform, since, basis, address, verified, note))
                        .toList();
    }

    private static @Nullable LocalDate day(String field, @Nullable String typed, FormErrors errors) {
        try {
            LocalDate day = LocalDate.parse(FormErrors.shown(typed).strip());
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Said below, like a day that nobody means.
        }
        errors.add(field, "pageduty.error.day");
        return null;
    }

    private ModelAndView form(DutyForm form, FormErrors errors, Language reader) {
        Map<String, String> where = new LinkedHashMap<>(jurisdictions.in(reader));
        return new ModelAndView(
                "pageduty/duty-new",
                "page",
                new DutyFormPage(form, errors, where, words.kinds(reader), words.platforms(reader)));
    }

    private ModelAndView page(KeptDuty duty, String until, FormErrors errors, Language reader) {
        String code = duty.duty().jurisdiction();
        return new ModelAndView(
                "pageduty/duty",
                "page",
                new DutyPage(
                        duty, jurisdictions.in(reader).getOrDefault(code, code), until, duties.followed(duty), errors));
    }
}
