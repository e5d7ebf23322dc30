package org.glasnik.officialpage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A page's own page, open to everyone unless it is only planned. */
@Controller
class PageController {
    private final Pages pages;
    private final PageRows rows;
    private final PagePeople people;
    private final Proofs proofs;
    private final Today today;
    private final Languages languages;

    PageController(Pages pages, PageRows rows, PagePeople people, Proofs proofs, Today today, Languages languages) {
        this.pages = pages;
        this.rows = rows;
        this.people = people;
        this.proofs = proofs;
        this.today = today;
        this.languages = languages;
    }

    @GetMapping("/pages/{id}")
    @Allowed(Who.ANYONE)
    ModelAndView show(@PathVariable PageId id, HttpServletRequest request, Viewer viewer) {
        Language reader = languages.of(request);
        Page page = pages.of(id, viewer, reader, today.here()).orElseThrow(NotFound::new);
        PagePeople.Behind behind = page.inside() ? people.of(id, reader) : null;
        boolean changes = page.changeable();
        return new ModelAndView(
                "officialpage/page",
                "page",
                new ShownPage(
                        page,
                        today.here(),
                        PageWords.languages(reader, page.languages()),
                        behind,
                        changes ? rows.lacking(id, viewer, today.here()) : List.of(),
                        changes ? proofs.of(id) : List.of(),
                        changes ? proofs.code(id).orElse(null) : null,
                        viewer.operator()
                                || viewer.organises().contains(page.readers())
                                || viewer.sitsIn().contains(page.details().body())));
    }
}
