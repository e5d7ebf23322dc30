package org.glasnik.notify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.identity.People;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Unsubscribing by a link in a letter. Opening it changes nothing: scanners of mail open every link, and run its scripts. */
@Controller
class UnsubscribeController {
    private final Unsubscribing unsubscribing;
    private final Preferences preferences;
    private final People people;
    private final Languages languages;
    private final Texts texts;

    UnsubscribeController(
            Unsubscribing unsubscribing, Preferences preferences, People people, Languages languages, Texts texts) {
        this.unsubscribing = unsubscribing;
        this.preferences = preferences;
        this.people = people;
        this.languages = languages;
        this.texts = texts;
    }

    @GetMapping("/letters/unsubscribe/{token}")
    @Allowed(Who.ANYONE)
    ModelAndView show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        return page(token, request);
    }

    /**
     * A mail program posts without our form and must get a plain answer: RFC 8058, 3.1, forbids a redirect. Our own button is
     * redirected as everywhere.
     */
    @PostMapping("/letters/unsubscribe/{token}")
    @Allowed(Who.ANYONE)
    ModelAndView unsubscribe(
            @PathVariable String token,
            @RequestParam(name = "_once", required = false) @Nullable String once,
            Viewer viewer,
            HttpServletRequest request) {
        Unsubscribing.Wish wish = wish(token);
        if (people.of(wish.person()).isPresent()) {
            preferences.unsubscribe(viewer, wish.person(), wish.category());
        }
        return once == null ? page(token, request) : new ModelAndView("redirect:/letters/unsubscribe/" + token);
    }

    @PostMapping("/letters/unsubscribe/{token}/undo")
    @Allowed(Who.ANYONE)
    String undo(@PathVariable String token, Viewer viewer) {
        Unsubscribing.Wish wish = wish(token);
        preferences.subscribe(viewer, wish.person(), wish.category());
        return "redirect:/letters/unsubscribe/" + token;
    }

    private ModelAndView page(String token, HttpServletRequest request) {
        Unsubscribing.Wish wish = wish(token);
        boolean stopped = preferences
                .unsubscribed(Set.of(wish.person()))
                .getOrDefault(wish.person(), Set.of())
                .contains(wish.category());
        String category = texts.text(languages.of(request), "letter.category." + wish.category());
        return new ModelAndView("notify/unsubscribe", "page", new UnsubscribePage(token, category, stopped));
    }

    private Unsubscribing.Wish wish(String token) {
        return unsubscribing
                .read(token)
                .filter(wish -> texts.has("letter.category." + wish.category()))
                .orElseThrow(NotFound::new);
    }
}
