package org.glasnik.personal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.FormErrors;
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

/** Erasure of another person's data, who asked for it by letter or in person. */
@Controller
class PersonErasureController {
    private final ConfirmingErasure confirming;
    private final Languages languages;

    PersonErasureController(ConfirmingErasure confirming, Languages languages) {
        this.confirming = confirming;
        this.languages = languages;
    }

    @GetMapping("/people/{id}/erasure")
    @Allowed(Who.OPERATOR)
    ModelAndView ask(@PathVariable String id, HttpServletRequest request) {
        return page(subject(id), null, FormErrors.none(), request);
    }

    @PostMapping("/people/{id}/erasure")
    @Allowed(Who.OPERATOR)
    ModelAndView erase(
            @PathVariable String id,
            Viewer viewer,
            @RequestParam(required = false) @Nullable String mail,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Subjects.Subject subject = subject(id);
        FormErrors errors = confirming.confirmed(viewer, subject, mail);
        if (errors.any()) {
            ModelAndView again = page(subject, mail, errors, request);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        boolean self = subject.id().equals(viewer.person());
        if (!self) {
            redirect.addFlashAttribute(Notice.FLASH, Notice.of("personal.notice.erased"));
        }
        return new ModelAndView(self ? "redirect:/privacy/erased" : "redirect:/people");
    }

    private Subjects.Subject subject(String id) {
        UUID person;
        try {
            person = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
        return confirming.subject(new PersonId(person)).orElseThrow(NotFound::new);
    }

    private ModelAndView page(
            Subjects.Subject subject, @Nullable String mail, FormErrors errors, HttpServletRequest request) {
        return new ModelAndView(
                "personal/erasure", "page", confirming.page(subject, false, mail, errors, languages.of(request)));
    }
}
