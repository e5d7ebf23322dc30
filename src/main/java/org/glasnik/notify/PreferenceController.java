package org.glasnik.notify;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.glasnik.access.Allowed;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each person's own choice of letters. */
@Controller
class PreferenceController {
    private final Preferences preferences;
    private final LetterSamples samples;
    private final Languages languages;
    private final Texts texts;

    PreferenceController(Preferences preferences, LetterSamples samples, Languages languages, Texts texts) {
        this.preferences = preferences;
        this.samples = samples;
        this.languages = languages;
        this.texts = texts;
    }

    @GetMapping("/account/letters")
    @Allowed(Who.PERSON)
    ModelAndView show(Viewer viewer, HttpServletRequest request) {
        Language language = languages.of(request);
        Set<String> refused = refused(viewer.me());
        List<PreferencesPage.Category> all = samples.categories().stream()
                .map(name -> new PreferencesPage.Category(
                        name, texts.text(language, "letter.category." + name), !refused.contains(name)))
                .toList();
        return new ModelAndView("notify/preferences", "page", new PreferencesPage(all));
    }

    /** Only categories that exist are read; whatever else is posted means nothing. */
    @PostMapping("/account/letters")
    @Allowed(Who.PERSON)
    String save(
            @RequestParam(required = false) @Nullable List<String> wanted, Viewer viewer, RedirectAttributes after) {
        List<String> chosen = wanted == null ? List.of() : wanted;
        Set<String> refused = refused(viewer.me());
        for (String category : samples.categories()) {
            boolean wants = chosen.contains(category);
            if (wants && refused.contains(category)) {
                preferences.subscribe(viewer, viewer.me(), category);
            } else if (!wants && !refused.contains(category)) {
                preferences.unsubscribe(viewer, viewer.me(), category);
            }
        }
        after.addFlashAttribute(Notice.FLASH, Notice.of("notify.preferences.saved"));
        return "redirect:/account/letters";
    }

    private Set<String> refused(PersonId person) {
        return preferences.unsubscribed(Set.of(person)).getOrDefault(person, Set.of());
    }
}
