package org.glasnik.operate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which languages are offered, and their order: one step a button, so that it works without a script. */
@Controller
class LanguageController {
    private final Languages languages;
    private final InstallationSettings settings;
    private final Deeds deeds;

    LanguageController(Languages languages, InstallationSettings settings, Deeds deeds) {
        this.languages = languages;
        this.settings = settings;
        this.deeds = deeds;
    }

    @PostMapping("/operate/languages/{tag}/offer")
    @Allowed(Who.OPERATOR)
    ModelAndView offer(@PathVariable String tag, Viewer viewer, RedirectAttributes flash) {
        Language language = language(tag);
        return change(viewer, flash, offered -> {
            if (!offered.contains(language)) {
                offered.add(language);
            }
        });
    }

    @PostMapping("/operate/languages/{tag}/withdrawal")
    @Allowed(Who.OPERATOR)
    ModelAndView withdraw(@PathVariable String tag, Viewer viewer, RedirectAttributes flash) {
        Language language = language(tag);
        return change(viewer, flash, offered -> offered.remove(language));
    }

    @PostMapping("/operate/languages/{tag}/rise")
    @Allowed(Who.OPERATOR)
    ModelAndView rise(@PathVariable String tag, Viewer viewer, RedirectAttributes flash) {
        return move(language(tag), -1, viewer, flash);
    }

    @PostMapping("/operate/languages/{tag}/fall")
    @Allowed(Who.OPERATOR)
    ModelAndView fall(@PathVariable String tag, Viewer viewer, RedirectAttributes flash) {
        return move(language(tag), 1, viewer, flash);
    }

    private ModelAndView move(Language language, int by, Viewer viewer, RedirectAttributes flash) {
        return change(viewer, flash, offered -> {
            int at = offered.indexOf(language);
            if (at >= 0 && at + by >= 0 && at + by < offered.size()) {
                Collections.swap(offered, at, at + by);
            }
        });
    }

    private ModelAndView change(Viewer viewer, RedirectAttributes flash, Consumer<List<Language>> change) {
        List<Language> before = languages.toBeChanged();
        List<Language> after = new ArrayList<>(before);
        change.accept(after);
        if (after.isEmpty()) {
            return SettingsController.page(
                    languages,
                    SettingsForm.of(settings.get()),
                    FormErrors.none().add("languages", "operate.languages.last"));
        }
        if (!after.equals(before)) {
            languages.offer(after);
            deeds.record(
                    viewer,
                    Deed.of("languages.changed", "setting", Copying.WHOLE)
                            .with("languages", tags(before), tags(after)));
        }
        String names = after.stream().map(Language::ownName).collect(Collectors.joining(", "));
        flash.addFlashAttribute(Notice.FLASH, Notice.of("operate.languages.changed", Map.of("languages", names)));
        return new ModelAndView("redirect:/operate/settings");
    }

    private static String tags(List<Language> languages) {
        return languages.stream().map(Language::tag).collect(Collectors.joining(", "));
    }

    private static Language language(String tag) {
        return Language.ofTag(tag).orElseThrow(NotFound::new);
    }
}
