package org.glasnik.officialpage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.glasnik.platform.Notice;
import org.glasnik.platform.Texts;
import org.glasnik.registry.Jurisdictions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How often pages are to be looked at, by jurisdiction and over time: the operator's data. */
@Controller
class TermController {
    /** As the browser sends it. */
    record TermForm(
            @Nullable String jurisdiction,
            @Nullable String months,
            @Nullable String since,
            @Nullable String basis,
            @Nullable String basisAddress,
            @Nullable String verifiedOn,
            @Nullable String note) {
        static TermForm on(LocalDate today) {
            return new TermForm(null, null, today.toString(), null, null, today.toString(), null);
        }
    }

    /** @param jurisdictions code to name */
    record TermsPage(List<Terms.Kept> terms, Map<String, String> jurisdictions, TermForm form, FormErrors errors) {}

    private final Terms terms;
    private final Jurisdictions jurisdictions;
    private final Deeds deeds;
    private final Today today;
    private final Texts texts;
    private final Languages languages;

    TermController(
            Terms terms, Jurisdictions jurisdictions, Deeds deeds, Today today, Texts texts, Languages languages) {
        this.terms = terms;
        this.jurisdictions = jurisdictions;
        this.deeds = deeds;
        this.today = today;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/pages/terms")
    @Allowed(Who.OPERATOR)
    ModelAndView list(HttpServletRequest request) {
        return page(TermForm.on(today.here()), FormErrors.none(), request);
    }

    @PostMapping("/pages/terms")
    @Allowed(Who.OPERATOR)
    ModelAndView begin(TermForm form, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        FormErrors errors = FormErrors.none();
        String jurisdiction = FormErrors.shown(form.jurisdiction());
        boolean known = jurisdiction.isEmpty()
                || jurisdictions.in(languages.of(request)).containsKey(jurisdiction);
        errors.require(known, "jurisdiction", "platform.error.choose");
        String months = FormErrors.shown(form.months()).strip();
        boolean number = months.matches("[0-9]{1,3}") && !months.matches("0+") && Integer.parseInt(months) <= 120;
        errors.require(number, "months", "officialpage.error.months");
        LocalDate since = day("since", form.since(), errors);
        String basis = errors.line("basis", form.basis(), 500);
        String basisAddress = address(form.basisAddress(), errors);
        LocalDate verified = day("verifiedOn", form.verifiedOn(), errors);
        errors.require(verified == null || !verified.isAfter(today.here()), "verifiedOn", "officialpage.error.future");
        String note = errors.optional("note", form.note(), 500);
        Optional<UUID> begun = Optional.empty();
        if (!errors.any() && since != null && verified != null) {
            Term term = new Term(
                    jurisdiction.isEmpty() ? null : jurisdiction,
                    Integer.parseInt(months),
                    since,
                    basis,
                    basisAddress,
                    verified,
                    note);
            begun = terms.begin(term);
            begun.ifPresent(id -> deeds.record(
                    viewer, Deed.of("reviewterm.begun", "reviewTerm", id).between(null, term)));
            errors.require(begun.isPresent(), "since", "officialpage.error.later");
        }
        if (begun.isEmpty()) {
            ModelAndView again = page(form, errors, request);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        flash.addFlashAttribute(
                Notice.FLASH,
                Notice.of("officialpage.notice.term").undoneAt("/pages/terms/" + begun.get() + "/removal"));
        return new ModelAndView("redirect:/pages/terms");
    }

    @PostMapping("/pages/terms/{id}/removal")
    @Allowed(Who.OPERATOR)
    ModelAndView takeBack(@PathVariable UUID id, Viewer viewer, RedirectAttributes flash) {
        Term term = terms.takeBack(id).orElseThrow(NotFound::new);
        deeds.record(viewer, Deed.of("reviewterm.takenBack", "reviewTerm", id).between(term, null));
        flash.addFlashAttribute(Notice.FLASH, Notice.of("officialpage.notice.termTakenBack"));
        return new ModelAndView("redirect:/pages/terms");
    }

    private static @Nullable LocalDate day(String field, @Nullable String typed, FormErrors errors) {
        LocalDate day = ReadingPage.day(FormErrors.shown(typed));
        errors.require(day != null, field, "officialpage.error.day");
        return day;
    }

    private static String address(@Nullable String posted, FormErrors errors) {
        String typed = errors.optional("basisAddress", posted, 500);
        String address = WebLink.of(typed).orElse("");
        errors.require(typed.isEmpty() || !address.isEmpty(), "basisAddress", "officialpage.error.link");
        return address;
    }

    private ModelAndView page(TermForm form, FormErrors errors, HttpServletRequest request) {
        Map<String, String> where = new LinkedHashMap<>();
        where.put("", texts.text(languages.of(request), "officialpage.terms.everywhere"));
        where.putAll(jurisdictions.in(languages.of(request)));
        return new ModelAndView("officialpage/terms", "page", new TermsPage(terms.all(), where, form, errors));
    }
}
