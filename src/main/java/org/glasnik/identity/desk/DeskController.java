package org.glasnik.identity.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.glasnik.access.Allowed;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page: what next for whoever is signed in, what this place is for everyone else. */
@Controller
class DeskController {
    private final ObjectProvider<DeskCards> sources;
    private final AboutPages about;
    private final Languages languages;
    private final Clock clock;
    private final DefaultZone zone;

    DeskController(
            ObjectProvider<DeskCards> sources, AboutPages about, Languages languages, Clock clock, DefaultZone zone) {
        this.sources = sources;
        this.about = about;
        this.languages = languages;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/")
    @Allowed({Who.ANYONE, Who.HALFWAY})
    ModelAndView home(HttpServletRequest request, Viewer viewer) {
        Language reader = languages.of(request);
        if (viewer.kinds().contains(Who.HALFWAY)) {
            return new ModelAndView("redirect:/sign-in/second-factor");
        }
        if (!viewer.kinds().contains(Who.PERSON)) {
            return about.publicPage("/", reader);
        }
        List<DeskCard> cards = sources.stream()
                .flatMap(source -> source.cards(viewer, reader).stream())
                .toList();
        return new ModelAndView(
                "identity/desk/home",
                "page",
                HomePage.of(cards, clock.instant(), viewer.zone().orElseGet(zone::get)));
    }
}
