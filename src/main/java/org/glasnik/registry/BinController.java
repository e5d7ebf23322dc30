package org.glasnik.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.glasnik.access.Allowed;
import org.glasnik.access.BodyId;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.platform.PublicPages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The bin of all deleted things, and a body's way into it and back. */
@Controller
class BinController {
    private final List<BinShelf> shelves;
    private final BinnedBodies binned;
    private final Bodies bodies;
    private final Deeds deeds;
    private final PublicPages publicPages;
    private final Languages languages;

    BinController(
            List<BinShelf> shelves,
            BinnedBodies binned,
            Bodies bodies,
            Deeds deeds,
            PublicPages publicPages,
            Languages languages) {
        this.shelves = shelves.stream()
                .sorted(Comparator.comparingInt(BinShelf::order))
                .toList();
        this.binned = binned;
        this.bodies = bodies;
        this.deeds = deeds;
        this.publicPages = publicPages;
        this.languages = languages;
    }

    @GetMapping("/bin")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView bin(HttpServletRequest request, Viewer viewer) {
        Language reader = languages.of(request);
        List<BinPage.Shelf> filled = shelves.stream()
                .map(shelf -> new BinPage.Shelf(shelf.heading(), shelf.binned(viewer, reader)))
                .filter(shelf -> !shelf.things().isEmpty())
                .toList();
        return new ModelAndView("registry/bin", "page", new BinPage(filled));
    }

    @PostMapping("/bodies/{id}/deletion")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView delete(@PathVariable BodyId id, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        Body body = bodies.of(id, languages.of(request)).orElseThrow(NotFound::new);
        BodyId readers = binned.delete(id, viewer).orElseThrow(NotFound::new);
        deeds.record(viewer, Deed.of("body.deleted", "body", id.value()).in(readers));
        publicPages.changed();
        flash.addFlashAttribute(
                Notice.FLASH,
                Notice.of("registry.notice.deleted", Map.of("name", body.name().text()))
                        .undoneAt("/bodies/" + id + "/deletion/undo"));
        return new ModelAndView("redirect:/bodies");
    }

    @PostMapping("/bodies/{id}/deletion/undo")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView restore(@PathVariable BodyId id, Viewer viewer, RedirectAttributes flash) {
        BodyId readers = binned.restore(id, viewer).orElseThrow(NotFound::new);
        deeds.record(viewer, Deed.of("body.restored", "body", id.value()).in(readers));
        publicPages.changed();
        flash.addFlashAttribute(Notice.FLASH, Notice.of("registry.notice.restored"));
        return new ModelAndView("redirect:/bodies/" + id);
    }
}
