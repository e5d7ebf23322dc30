package org.glasnik.officialpage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.pageaddress.WebLink;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Languages;
import org.glasnik.platform.MailAddress;
import org.glasnik.platform.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Showing that a page is the body's own: a person has looked or heard, on a day; each way has a form of its own. */
@Controller
class ProofController {
    /**
     * @param way of which form the typed values and errors are, null for none
     * @param code that waits to be seen, null for none
     */
    record ProofPage(
            Page page,
            ProofForm form,
            FormErrors errors,
            @Nullable ProofKind way,
            @Nullable String code,
            LocalDate today) {
        String typed(ProofKind kind, @Nullable String value) {
            return way == kind ? FormErrors.shown(value) : "";
        }

        FormErrors errors(ProofKind kind) {
            return way == kind ? errors : FormErrors.none();
        }

        String seenOn(ProofKind kind) {
            return way == kind ? FormErrors.shown(form.seenOn()) : today.toString();
        }
    }

    private final Pages pages;
    private final Proofs proofs;
    private final SavingPage saving;
    private final Deeds deeds;
    private final Today today;
    private final Languages languages;

    ProofController(Pages pages, Proofs proofs, SavingPage saving, Deeds deeds, Today today, Languages languages) {
        this.pages = pages;
        this.proofs = proofs;
        this.saving = saving;
        this.deeds = deeds;
        this.today = today;
        this.languages = languages;
    }

    @GetMapping("/pages/{id}/proof")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView show(@PathVariable PageId id, HttpServletRequest request, Viewer viewer) {
        return page(page(id, request, viewer), ProofForm.EMPTY, FormErrors.none(), null);
    }

    @PostMapping("/pages/{id}/proof/link")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView link(
            @PathVariable PageId id,
            ProofForm form,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        Page page = page(id, request, viewer);
        FormErrors errors = FormErrors.none();
        String typed = errors.line("link", form.link(), 500);
        String address = WebLink.of(typed).orElse("");
        errors.require(typed.isEmpty() || !address.isEmpty(), "link", "officialpage.error.link");
        LocalDate seen = seen(form, errors);
        return seen == null || errors.any()
                ? invalid(page, form, errors, ProofKind.LINK)
                : proved(page, ShownBy.link(seen, address), viewer, flash);
    }

    @PostMapping("/pages/{id}/proof/code")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView code(@PathVariable PageId id, HttpServletRequest request, Viewer viewer) {
        proofs.make(page(id, request, viewer).id(), viewer);
        return new ModelAndView("redirect:/pages/" + id + "/proof");
    }

    @PostMapping("/pages/{id}/proof/code/seen")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView seen(
            @PathVariable PageId id,
            ProofForm form,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        Page page = page(id, request, viewer);
        String code = proofs.code(id).orElseThrow(NotFound::new);
        FormErrors errors = FormErrors.none();
        LocalDate seen = seen(form, errors);
        if (seen == null) {
            return invalid(page, form, errors, ProofKind.CODE);
        }
        proofs.forget(id);
        return proved(page, ShownBy.code(seen, code), viewer, flash);
    }

    @PostMapping("/pages/{id}/proof/word")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView word(
            @PathVariable PageId id,
            ProofForm form,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        Page page = page(id, request, viewer);
        FormErrors errors = FormErrors.none();
        String name = errors.name("name", form.name(), 200);
        String position = errors.line("position", form.position(), 200);
        String mail = errors.optional("mail", form.mail(), 254);
        errors.require(mail.isEmpty() || MailAddress.of(mail).isPresent(), "mail", "platform.error.mail");
        LocalDate seen = seen(form, errors);
        return seen == null || errors.any()
                ? invalid(page, form, errors, ProofKind.WORD)
                : proved(
                        page,
                        ShownBy.word(
                                seen,
                                name,
                                position,
                                MailAddress.of(mail).map(MailAddress::key).orElse("")),
                        viewer,
                        flash);
    }

    @PostMapping("/pages/{id}/proofs/{proof}/removal")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView remove(
            @PathVariable PageId id,
            @PathVariable UUID proof,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        Page page = page(id, request, viewer);
        if (!proofs.remove(id, proof)) {
            throw new NotFound();
        }
        deeds.record(viewer, Deed.of("webpage.proofRemoved", "page", id.value()).in(page.readers()));
        flash.addFlashAttribute(Notice.FLASH, Notice.of("officialpage.notice.proofRemoved"));
        return new ModelAndView("redirect:/pages/" + id);
    }

    private ModelAndView proved(Page page, ShownBy said, Viewer viewer, RedirectAttributes flash) {
        UUID proof = saving.prove(viewer, page.id(), page.readers(), said);
        flash.addFlashAttribute(
                Notice.FLASH,
                Notice.of("officialpage.notice.proved")
                        .undoneAt("/pages/" + page.id() + "/proofs/" + proof + "/removal"));
        return new ModelAndView("redirect:/pages/" + page.id());
    }

    private Page page(PageId id, HttpServletRequest request, Viewer viewer) {
        return pages.changeable(id, viewer, languages.of(request), today.here()).orElseThrow(NotFound::new);
    }

    private @Nullable LocalDate seen(ProofForm form, FormErrors errors) {
        LocalDate day = ReadingPage.day(FormErrors.shown(form.seenOn()));
        if (day == null) {
            errors.add("seenOn", "officialpage.error.day");
        } else if (day.isAfter(today.here())) {
            errors.add("seenOn", "officialpage.error.future");
            return null;
        }
        return day;
    }

    private ModelAndView invalid(Page page, ProofForm form, FormErrors errors, ProofKind way) {
        ModelAndView again = page(page, form, errors, way);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView page(Page page, ProofForm form, FormErrors errors, @Nullable ProofKind way) {
        return new ModelAndView(
                "officialpage/proof",
                Map.of(
                        "page",
                        new ProofPage(
                                page, form, errors, way, proofs.code(page.id()).orElse(null), today.here())));
    }
}
