package org.glasnik.personal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.BodyId;
import org.glasnik.access.NotFound;
import org.glasnik.access.Who;
import org.glasnik.platform.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Privacy notices for everyone. */
@Controller
class PrivacyController {
    private final ShowingNotices showing;
    private final Languages languages;

    PrivacyController(ShowingNotices showing, Languages languages) {
        this.showing = showing;
        this.languages = languages;
    }

    @GetMapping("/privacy")
    @Allowed(Who.ANYONE)
    ModelAndView present(HttpServletRequest request) {
        return ShowingNotices.view(showing.page(null, null, languages.of(request)));
    }

    @GetMapping("/privacy/{whose}")
    @Allowed(Who.ANYONE)
    ModelAndView organiser(@PathVariable String whose, HttpServletRequest request) {
        return ShowingNotices.view(showing.page(whose(whose), null, languages.of(request)));
    }

    @GetMapping("/privacy/{whose}/{number}")
    @Allowed(Who.ANYONE)
    ModelAndView version(@PathVariable String whose, @PathVariable String number, HttpServletRequest request) {
        if (!number.matches("[1-9][0-9]{0,5}")) {
            throw new NotFound();
        }
        return ShowingNotices.view(showing.page(whose(whose), Integer.valueOf(number), languages.of(request)));
    }

    /** Null for the installation. */
    static @Nullable BodyId whose(String posted) {
        if (posted.equals("installation")) {
            return null;
        }
        try {
            return new BodyId(UUID.fromString(posted));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
