package org.glasnik.operate;

import java.util.Arrays;
import java.util.List;
import org.glasnik.access.Allowed;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.platform.PublicPages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of the whole installation. */
@Controller
class SettingsController {
    private final InstallationSettings settings;
    private final Languages languages;
    private final PublicPages pages;
    private final Deeds deeds;

    SettingsController(InstallationSettings settings, Languages languages, PublicPages pages, Deeds deeds) {
        this.settings = settings;
        this.languages = languages;
        this.pages = pages;
        this.deeds = deeds;
    }

    @GetMapping("/operate/settings")
    @Allowed(Who.OPERATOR)
    ModelAndView show() {
        return page(languages, SettingsForm.of(settings.get()), FormErrors.none());
    }

    @PostMapping("/operate/settings")
    @Allowed(Who.OPERATOR)
    ModelAndView change(SettingsForm form, Viewer viewer, RedirectAttributes flash) {
        FormErrors errors = FormErrors.none();
        InstallationSettings.Values after = form.values(errors);
        if (errors.any()) {
            return page(languages, form, errors);
        }
        InstallationSettings.Values before = settings.get();
        if (!before.equals(after)) {
            settings.set(after);
            pages.changed();
            deeds.record(
                    viewer,
                    Deed.of("settings.changed", "setting", Copying.WHOLE).between(before, after));
        }
        flash.addFlashAttribute(
                Notice.FLASH, Notice.of(before.equals(after) ? "operate.settings.same" : "operate.settings.saved"));
        return new ModelAndView("redirect:/operate/settings");
    }

    static ModelAndView page(Languages languages, SettingsForm form, FormErrors errors) {
        List<Language> offered = languages.offered();
        List<Language> others = Arrays.stream(Language.values())
                .filter(language -> !offered.contains(language))
                .toList();
        ModelAndView page =
                new ModelAndView("operate/settings", "page", new SettingsPage(form, errors, offered, others));
        if (errors.any()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
