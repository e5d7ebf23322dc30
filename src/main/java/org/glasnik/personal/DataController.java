package org.glasnik.personal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.OwnTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own data: what there is, all of it as a file, and its erasure. */
@Controller
class DataController {
    private final PersonalRows rows;
    private final TablesInWords words;
    private final ExportingPersonalData exporting;
    private final ConfirmingErasure confirming;
    private final Languages languages;
    private final Clock clock;

    DataController(
            PersonalRows rows,
            TablesInWords words,
            ExportingPersonalData exporting,
            ConfirmingErasure confirming,
            Languages languages,
            Clock clock) {
        this.rows = rows;
        this.words = words;
        this.exporting = exporting;
        this.confirming = confirming;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/account/data")
    @Allowed(Who.PERSON)
    ModelAndView show(Viewer viewer, HttpServletRequest request) {
        Language language = languages.of(request);
        List<DataPage.Held> held = rows.counts(rows.tables(), viewer.me()).entrySet().stream()
                .map(table -> new DataPage.Held(words.title(table.getKey(), language), table.getValue()))
                .toList();
        boolean last = confirming
                .subject(viewer.me())
                .map(Subjects.Subject::lastOperator)
                .orElse(false);
        return new ModelAndView("personal/data", "page", new DataPage(held, last));
    }

    /**
     * The file is the answer itself, to the session that asked: there is no link to it that could be passed on. It changes
     * nothing, and one snapshot reads it all, so it opens a transaction of its own.
     */
    @PostMapping("/account/data/export")
    @Allowed(Who.PERSON)
    @OwnTransaction
    void export(Viewer viewer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file = exporting.of(viewer.me(), languages.of(request));
        response.setContentType("application/json");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"glasnik-my-data-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        + ".json\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    @GetMapping("/account/data/erasure")
    @Allowed(Who.PERSON)
    ModelAndView ask(Viewer viewer, HttpServletRequest request) {
        return page(viewer, null, FormErrors.none(), request);
    }

    @PostMapping("/account/data/erasure")
    @Allowed(Who.PERSON)
    ModelAndView erase(
            Viewer viewer, @RequestParam(required = false) @Nullable String mail, HttpServletRequest request) {
        FormErrors errors = confirming.confirmed(viewer, subject(viewer), mail);
        if (errors.any()) {
            ModelAndView again = page(viewer, mail, errors, request);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return new ModelAndView("redirect:/privacy/erased");
    }

    /** For someone who is nobody any more. */
    @GetMapping("/privacy/erased")
    @Allowed(Who.ANYONE)
    ModelAndView erased() {
        return new ModelAndView("personal/erased");
    }

    private Subjects.Subject subject(Viewer viewer) {
        return confirming.subject(viewer.me()).orElseThrow(NotFound::new);
    }

    private ModelAndView page(Viewer viewer, @Nullable String mail, FormErrors errors, HttpServletRequest request) {
        return new ModelAndView(
                "personal/erasure",
                "page",
                confirming.page(subject(viewer), true, mail, errors, languages.of(request)));
    }
}
