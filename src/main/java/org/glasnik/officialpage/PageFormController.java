package org.glasnik.officialpage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
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

/** Entering and changing a page. */
@Controller
class PageFormController {
    private final Pages pages;
    private final PagePeople people;
    private final SavingPage saving;
    private final ReadingPage reading;
    private final FillingPageForm filling;
    private final Today today;
    private final Languages languages;

    PageFormController(
            Pages pages,
            PagePeople people,
            SavingPage saving,
            ReadingPage reading,
            FillingPageForm filling,
            Today today,
            Languages languages) {
        this.pages = pages;
        this.people = people;
        this.saving = saving;
        this.reading = reading;
        this.filling = filling;
        this.today = today;
        this.languages = languages;
    }

    /** @param body code of the body whose page it is to be, from a link on that body's page */
    @GetMapping("/pages/new")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView fresh(@RequestParam(defaultValue = "") String body, HttpServletRequest request, Viewer viewer) {
        Language reader = languages.of(request);
        FormErrors errors = FormErrors.none();
        String code = errors.optional("body", body, 40);
        Map<PersonId, String> choice = code.isEmpty()
                ? Map.of()
                : pages.changeableBody(code, viewer)
                        .map(id -> people.choice(id, reader))
                        .orElse(Map.of());
        return page(PageForm.ofBody(code), FormErrors.none(), null, choice, null, List.of(), viewer, reader);
    }

    @PostMapping("/pages")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView add(PageForm form, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        Language reader = languages.of(request);
        FormErrors errors = FormErrors.none();
        pages.lock();
        ReadingPage.Given given =
                reading.read(form, errors, null, new KnownPages.Asked(pages, people, viewer, reader), today.here());
        PageDetails details = given.details();
        Optional<PageId> added = details == null
                ? Optional.empty()
                : saving.add(viewer, details, given.responsible(), given.administrators());
        if (added.isEmpty()) {
            return invalid(
                    page(form, errors, null, given.choice(), given.taken(), List.of(), viewer, reader),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute(Notice.FLASH, Notice.of("officialpage.notice.added"));
        return new ModelAndView("redirect:/pages/" + added.get());
    }

    @GetMapping("/pages/{id}/edit")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView edit(@PathVariable PageId id, HttpServletRequest request, Viewer viewer) {
        Language reader = languages.of(request);
        Page page = pages.changeable(id, viewer, reader, today.here()).orElseThrow(NotFound::new);
        PageForm form = PageForm.of(page, people.of(id, reader));
        return page(
                form,
                FormErrors.none(),
                page,
                people.choice(page.details().body(), reader),
                null,
                List.of(),
                viewer,
                reader);
    }

    @PostMapping("/pages/{id}")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView change(
            @PathVariable PageId id,
            PageForm form,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        Language reader = languages.of(request);
        pages.lock();
        Page page = pages.changeable(id, viewer, reader, today.here()).orElseThrow(NotFound::new);
        FormErrors errors = FormErrors.none();
        ReadingPage.Given given =
                reading.read(form, errors, page, new KnownPages.Asked(pages, people, viewer, reader), today.here());
        PagePeople.Behind before = people.of(id, reader);
        boolean stale = !("" + page.version()).equals(form.version());
        List<PageFormPage.Difference> differences =
                stale ? filling.differences(form, PageForm.of(page, before), given.choice(), reader) : List.of();
        PageDetails details = given.details();
        if (details == null) {
            return invalid(
                    page(form, errors, page, given.choice(), given.taken(), differences, viewer, reader),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!differences.isEmpty()) {
            return invalid(
                    page(form.at(page.version()), errors, page, given.choice(), null, differences, viewer, reader),
                    HttpStatus.CONFLICT);
        }
        saving.change(viewer, page, before, details, given.responsible(), given.administrators());
        flash.addFlashAttribute(Notice.FLASH, Notice.of("officialpage.notice.changed"));
        return new ModelAndView("redirect:/pages/" + id);
    }

    private ModelAndView page(
            PageForm form,
            FormErrors errors,
            @Nullable Page page,
            Map<PersonId, String> choice,
            @Nullable PageId taken,
            List<PageFormPage.Difference> differences,
            Viewer viewer,
            Language reader) {
        return new ModelAndView(
                "officialpage/page-edit",
                "page",
                filling.page(form, errors, page, choice, taken, differences, viewer, reader));
    }

    private static ModelAndView invalid(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}
