package org.glasnik.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.glasnik.access.Allowed;
import org.glasnik.access.BodyId;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.platform.PublicPages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding and changing a body. */
@Controller
class BodyFormController {
    private final Bodies bodies;
    private final BodyRecords records;
    private final ReadingBody reading;
    private final FillingForm filling;
    private final Deeds deeds;
    private final PublicPages publicPages;
    private final Languages languages;

    BodyFormController(
            Bodies bodies,
            BodyRecords records,
            ReadingBody reading,
            FillingForm filling,
            Deeds deeds,
            PublicPages publicPages,
            Languages languages) {
        this.bodies = bodies;
        this.records = records;
        this.reading = reading;
        this.filling = filling;
        this.deeds = deeds;
        this.publicPages = publicPages;
        this.languages = languages;
    }

    @GetMapping("/bodies/new")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView fresh(HttpServletRequest request, Viewer viewer) {
        return page(BodyForm.EMPTY, FormErrors.none(), null, viewer, languages.of(request), List.of());
    }

    @PostMapping("/bodies")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView add(BodyForm form, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        Language reader = languages.of(request);
        FormErrors errors = FormErrors.none();
        records.lock();
        BodyDetails details = reading.read(form, errors, null, filling.rights(viewer, null, reader));
        if (details == null) {
            return invalid(page(form, errors, null, viewer, reader, List.of()), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        BodyId id = bodies.add(details);
        BodyId readers = details.keeper() == null ? id : details.keeper();
        deeds.record(
                viewer, Deed.of("body.added", "body", id.value()).in(readers).between(null, details));
        changed(details);
        flash.addFlashAttribute(Notice.FLASH, Notice.of("registry.notice.added"));
        return new ModelAndView("redirect:/bodies/" + id);
    }

    @GetMapping("/bodies/{id}/edit")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView edit(@PathVariable BodyId id, HttpServletRequest request, Viewer viewer) {
        Language reader = languages.of(request);
        Body body = bodies.changeable(id, viewer, reader).orElseThrow(NotFound::new);
        BodyForm form = BodyForm.of(body, records.around(id, reader).parentCode());
        return page(form, FormErrors.none(), body, viewer, reader, List.of());
    }

    @PostMapping("/bodies/{id}")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView change(
            @PathVariable BodyId id,
            BodyForm form,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        Language reader = languages.of(request);
        records.lock();
        Body body = bodies.changeable(id, viewer, reader).orElseThrow(NotFound::new);
        FormErrors errors = FormErrors.none();
        BodyRights rights = filling.rights(viewer, body, reader);
        BodyDetails details = reading.read(form, errors, body, rights);
        boolean stale = !("" + body.version()).equals(form.version());
        BodyForm stored = BodyForm.of(body, records.around(id, reader).parentCode());
        List<BodyFormPage.Difference> differences =
                stale ? filling.differences(form, stored, rights, reader) : List.of();
        if (details == null) {
            return invalid(page(form, errors, body, viewer, reader, differences), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!differences.isEmpty()) {
            return invalid(
                    page(form.at(body.version()), errors, body, viewer, reader, differences), HttpStatus.CONFLICT);
        }
        if (!details.equals(body.details())) {
            records.change(id, body.version(), details);
            deeds.record(
                    viewer,
                    Deed.of("body.changed", "body", id.value())
                            .in(body.readers())
                            .between(body.details(), details));
            changed(body.details());
            changed(details);
        }
        flash.addFlashAttribute(Notice.FLASH, Notice.of("registry.notice.changed"));
        return new ModelAndView("redirect:/bodies/" + id);
    }

    /** The public start page names the organising bodies. */
    private void changed(BodyDetails details) {
        if (details.organising()) {
            publicPages.changed();
        }
    }

    private ModelAndView page(
            BodyForm form,
            FormErrors errors,
            @Nullable Body body,
            Viewer viewer,
            Language reader,
            List<BodyFormPage.Difference> differences) {
        return new ModelAndView(
                "registry/body-edit", Map.of("page", filling.page(form, errors, body, viewer, reader, differences)));
    }

    private static ModelAndView invalid(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}
