package org.glasnik.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.glasnik.access.Allowed;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.ClientAddress;
import org.glasnik.platform.Language;
import org.glasnik.platform.RateLimits;
import org.glasnik.platform.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whatever is typed is looked for: there is no wrong input. A script gets the part of the page that changes. */
@Controller
class SearchController {
    private static final int OF_EACH_KIND = 6;
    private static final int OF_ONE_KIND = 50;

    private final Searching searching;
    private final RateLimits limits;

    SearchController(Searching searching, RateLimits limits) {
        this.searching = searching;
        this.limits = limits;
    }

    @GetMapping("/search")
    @Allowed(Who.ANYONE)
    ModelAndView search(HttpServletRequest request, Viewer viewer, Language reader) {
        boolean fragment = request.getHeader("HX-Request") != null;
        String typed = Objects.requireNonNullElse(request.getParameter("q"), "");
        String kind = searching.kind(request.getParameter("kind"));
        if (viewer.id() == null && !typed.isBlank()) {
            try {
                limits.take("search-machine", ClientAddress.counted(request));
            } catch (TooMany e) {
                if (!fragment) {
                    throw e;
                }
                ModelAndView page = page(true, new SearchPage(searching.nothing(typed, reader), kind, true));
                page.setStatus(e.getStatusCode());
                return page;
            }
        }
        int most = kind == null ? OF_EACH_KIND : OF_ONE_KIND;
        return page(fragment, new SearchPage(searching.find(typed, kind, most, viewer, reader), kind, false));
    }

    private static ModelAndView page(boolean fragment, SearchPage page) {
        return new ModelAndView(fragment ? "search/_answer" : "search/search", "page", page);
    }
}
