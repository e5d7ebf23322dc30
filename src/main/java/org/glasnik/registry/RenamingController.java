package org.glasnik.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
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

/** A body gets another name from a day on; the old one stays findable. A slip of the pen is corrected by editing instead. */
@Controller
class RenamingController {
    private static final int NAME = 300;

    /**
     * As the browser sends it.
     *
     * @param version that the page was made from
     * @param since a day as browsers write it
     */
    record RenamingForm(
            @Nullable String version,
            @Nullable String nameUk,
            @Nullable String nameSr,
            @Nullable String nameRu,
            @Nullable String nameEn,
            @Nullable String since,
            @Nullable String basis) {}

    record RenamingPage(Body body, RenamingForm form, FormErrors errors) {}

    private final Bodies bodies;
    private final BodyRecords records;
    private final Lifecycles lifecycles;
    private final Deeds deeds;
    private final PublicPages publicPages;
    private final Languages languages;

    RenamingController(
            Bodies bodies,
            BodyRecords records,
            Lifecycles lifecycles,
            Deeds deeds,
            PublicPages publicPages,
            Languages languages) {
        this.bodies = bodies;
        this.records = records;
        this.lifecycles = lifecycles;
        this.deeds = deeds;
        this.publicPages = publicPages;
        this.languages = languages;
    }

    @GetMapping("/bodies/{id}/renaming")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView form(@PathVariable BodyId id, HttpServletRequest request, Viewer viewer) {
        Body body = changeable(id, viewer, languages.of(request));
        BodyDetails now = body.details();
        RenamingForm form =
                new RenamingForm("" + body.version(), now.nameUk(), now.nameSr(), now.nameRu(), now.nameEn(), "", "");
        return page(body, form, FormErrors.none());
    }

    @PostMapping("/bodies/{id}/renaming")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView rename(
            @PathVariable BodyId id,
            RenamingForm form,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        records.lock();
        Body body = changeable(id, viewer, languages.of(request));
        FormErrors errors = FormErrors.none();
        Lifecycles.Names before = Lifecycles.Names.of(body.details());
        Lifecycles.Names names = names(form, errors);
        errors.require(errors.any() || !names.equals(before), "nameUk", "registry.error.sameName");
        LocalDate since = ReadingBody.day("since", form.since(), errors);
        if (since == null) {
            errors.require(errors.of("since").isPresent(), "since", "registry.error.day");
        } else if (lifecycles.renamedSince(id, since)) {
            errors.add("since", "registry.error.renamedLater");
        }
        String basis = errors.optional("basis", form.basis(), NAME);
        boolean stale = !("" + body.version()).equals(form.version());
        errors.require(!stale, "nameUk", "registry.error.stale");
        if (since == null || errors.any()) {
            ModelAndView page = page(body, at(form, body.version()), errors);
            page.setStatus(stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        lifecycles.rename(id, names, since, basis);
        deeds.record(
                viewer,
                Deed.of("body.renamed", "body", id.value())
                        .in(body.readers())
                        .between(before, names)
                        .with("since", null, since)
                        .with("basis", null, basis.isEmpty() ? null : basis));
        publicPages.changed();
        flash.addFlashAttribute(
                Notice.FLASH, Notice.of("registry.notice.renamed").undoneAt("/bodies/" + id + "/renaming/undo"));
        return new ModelAndView("redirect:/bodies/" + id);
    }

    @PostMapping("/bodies/{id}/renaming/undo")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView undo(@PathVariable BodyId id, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        records.lock();
        Body body = changeable(id, viewer, languages.of(request));
        Lifecycles.Names names = lifecycles.takeBackRenaming(id).orElseThrow(NotFound::new);
        deeds.record(
                viewer,
                Deed.of("body.renamingUndone", "body", id.value())
                        .in(body.readers())
                        .between(Lifecycles.Names.of(body.details()), names));
        publicPages.changed();
        flash.addFlashAttribute(Notice.FLASH, Notice.of("registry.notice.renamingUndone"));
        return new ModelAndView("redirect:/bodies/" + id);
    }

    private static Lifecycles.Names names(RenamingForm form, FormErrors errors) {
        Lifecycles.Names names = new Lifecycles.Names(
                errors.optional("nameUk", form.nameUk(), NAME),
                errors.optional("nameSr", form.nameSr(), NAME),
                errors.optional("nameRu", form.nameRu(), NAME),
                errors.optional("nameEn", form.nameEn(), NAME));
        boolean named = !(names.nameUk() + names.nameSr() + names.nameRu() + names.nameEn()).isEmpty();
        errors.require(errors.any() || named, "nameUk", "registry.error.unnamed");
        return names;
    }

    private Body changeable(BodyId id, Viewer viewer, Language reader) {
        return bodies.changeable(id, viewer, reader).orElseThrow(NotFound::new);
    }

    private static RenamingForm at(RenamingForm form, int version) {
        return new RenamingForm(
                "" + version, form.nameUk(), form.nameSr(), form.nameRu(), form.nameEn(), form.since(), form.basis());
    }

    private static ModelAndView page(Body body, RenamingForm form, FormErrors errors) {
        return new ModelAndView("registry/renaming", "page", new RenamingPage(body, form, errors));
    }
}
