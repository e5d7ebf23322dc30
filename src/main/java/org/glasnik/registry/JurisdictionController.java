package org.glasnik.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's list of jurisdictions. None is deleted: laws and bodies hang on it. */
@Controller
class JurisdictionController {
    private static final int NAME = 100;

    /** As the browser sends it. */
    record JurisdictionForm(
            @Nullable String code,
            @Nullable String nameUk,
            @Nullable String nameSr,
            @Nullable String nameRu,
            @Nullable String nameEn) {
        static final JurisdictionForm EMPTY = new JurisdictionForm(null, null, null, null, null);
    }

    record JurisdictionsPage(List<Jurisdictions.Counted> all, JurisdictionForm form, FormErrors errors) {}

    private final Jurisdictions jurisdictions;
    private final Deeds deeds;

    JurisdictionController(Jurisdictions jurisdictions, Deeds deeds) {
        this.jurisdictions = jurisdictions;
        this.deeds = deeds;
    }

    @GetMapping("/jurisdictions")
    @Allowed(Who.OPERATOR)
    ModelAndView list(@RequestParam(defaultValue = "") String code) {
        JurisdictionForm form = jurisdictions
                .of(code)
                .map(j -> new JurisdictionForm(j.code(), j.nameUk(), j.nameSr(), j.nameRu(), j.nameEn()))
                .orElse(JurisdictionForm.EMPTY);
        return page(form, FormErrors.none());
    }

    @PostMapping("/jurisdictions")
    @Allowed(Who.OPERATOR)
    ModelAndView put(JurisdictionForm form, Viewer viewer, RedirectAttributes flash) {
        FormErrors errors = FormErrors.none();
        String code = errors.line("code", form.code(), 6);
        if (!code.isEmpty()) {
            errors.require(code.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?"), "code", "registry.error.jurisdictionCode");
        }
        Jurisdiction given = new Jurisdiction(
                code,
                errors.optional("nameUk", form.nameUk(), NAME),
                errors.optional("nameSr", form.nameSr(), NAME),
                errors.optional("nameRu", form.nameRu(), NAME),
                errors.optional("nameEn", form.nameEn(), NAME));
        boolean named = !(given.nameUk() + given.nameSr() + given.nameRu() + given.nameEn()).isEmpty();
        errors.require(errors.any() || named, "nameUk", "registry.error.unnamed");
        if (errors.any()) {
            ModelAndView page = page(form, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Jurisdiction before = jurisdictions.of(code).orElse(null);
        if (!given.equals(before)) {
            jurisdictions.put(given);
            UUID object = UUID.nameUUIDFromBytes(("jurisdiction " + code).getBytes(StandardCharsets.UTF_8));
            deeds.record(
                    viewer, Deed.of("jurisdiction.put", "jurisdiction", object).between(before, given));
        }
        flash.addFlashAttribute(Notice.FLASH, Notice.of("registry.notice.jurisdiction"));
        return new ModelAndView("redirect:/jurisdictions");
    }

    private ModelAndView page(JurisdictionForm form, FormErrors errors) {
        return new ModelAndView(
                "registry/jurisdictions", "page", new JurisdictionsPage(jurisdictions.all(), form, errors));
    }
}
