package org.glasnik.officialpage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.glasnik.access.Allowed;
import org.glasnik.access.BodyId;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one button does to a page: looked at, archived, into the bin; and each taken back. */
@Controller
class PageStateController {
    private final Pages pages;
    private final PageFates fates;
    private final Reviews reviews;
    private final Deeds deeds;
    private final Today today;
    private final Languages languages;

    PageStateController(Pages pages, PageFates fates, Reviews reviews, Deeds deeds, Today today, Languages languages) {
        this.pages = pages;
        this.fates = fates;
        this.reviews = reviews;
        this.deeds = deeds;
        this.today = today;
        this.languages = languages;
    }

    @PostMapping("/pages/{id}/review")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView review(@PathVariable PageId id, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        Page page = pages.changeable(id, viewer, languages.of(request), today.here())
                .filter(p -> p.details().status() == PageStatus.LIVE)
                .orElseThrow(NotFound::new);
        if (reviews.add(id, viewer, today.here())) {
            deeds.record(
                    viewer,
                    Deed.of("webpage.reviewed", "page", id.value())
                            .in(page.readers())
                            .with("reviewedOn", page.reviewedOn(), today.here()));
        }
        return done(id, flash, Notice.of("officialpage.notice.reviewed").undoneAt("/pages/" + id + "/review/undo"));
    }

    @PostMapping("/pages/{id}/review/undo")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView undoReview(
            @PathVariable PageId id, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        Page page = pages.changeable(id, viewer, languages.of(request), today.here())
                .orElseThrow(NotFound::new);
        if (reviews.takeBack(id, viewer, today.here())) {
            deeds.record(
                    viewer,
                    Deed.of("webpage.reviewTakenBack", "page", id.value())
                            .in(page.readers())
                            .with("reviewedOn", today.here(), null));
        }
        return done(id, flash, Notice.of("officialpage.notice.reviewTakenBack"));
    }

    @PostMapping("/pages/{id}/archival")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView archive(@PathVariable PageId id, Viewer viewer, RedirectAttributes flash) {
        BodyId readers = fates.archive(id, viewer, today.here()).orElseThrow(NotFound::new);
        deeds.record(
                viewer,
                Deed.of("webpage.archived", "page", id.value()).in(readers).with("archivedOn", null, today.here()));
        return done(id, flash, Notice.of("officialpage.notice.archived").undoneAt("/pages/" + id + "/archival/undo"));
    }

    @PostMapping("/pages/{id}/archival/undo")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView reopen(@PathVariable PageId id, Viewer viewer, RedirectAttributes flash) {
        pages.lock();
        Optional<BodyId> readers = fates.reopen(id, viewer, today.here());
        if (readers.isEmpty()) {
            return taken(id, viewer, flash);
        }
        deeds.record(viewer, Deed.of("webpage.reopened", "page", id.value()).in(readers.get()));
        return done(id, flash, Notice.of("officialpage.notice.reopened"));
    }

    @PostMapping("/pages/{id}/deletion")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView delete(@PathVariable PageId id, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        Page page = pages.changeable(id, viewer, languages.of(request), today.here())
                .orElseThrow(NotFound::new);
        BodyId readers = fates.delete(id, viewer, today.here()).orElseThrow(NotFound::new);
        deeds.record(viewer, Deed.of("webpage.deleted", "page", id.value()).in(readers));
        flash.addFlashAttribute(
                Notice.FLASH,
                Notice.of(
                                "officialpage.notice.deleted",
                                Map.of("address", page.details().at().address()))
                        .undoneAt("/pages/" + id + "/deletion/undo"));
        return new ModelAndView("redirect:/bodies/" + page.details().body());
    }

    @PostMapping("/pages/{id}/deletion/undo")
    @Allowed({Who.MEMBER, Who.ORGANISER, Who.OPERATOR})
    ModelAndView restore(@PathVariable PageId id, Viewer viewer, RedirectAttributes flash) {
        pages.lock();
        Optional<BodyId> readers = fates.restore(id, viewer, today.here());
        if (readers.isEmpty()) {
            return taken(id, viewer, flash);
        }
        deeds.record(viewer, Deed.of("webpage.restored", "page", id.value()).in(readers.get()));
        return done(id, flash, Notice.of("officialpage.notice.restored"));
    }

    /** Another page has the address by now; or there is no such page for this viewer. */
    private ModelAndView taken(PageId id, Viewer viewer, RedirectAttributes flash) {
        if (!fates.waits(id, viewer)) {
            throw new NotFound();
        }
        flash.addFlashAttribute(Notice.FLASH, Notice.of("officialpage.notice.taken"));
        return new ModelAndView("redirect:/pages");
    }

    private static ModelAndView done(PageId id, RedirectAttributes flash, Notice notice) {
        flash.addFlashAttribute(Notice.FLASH, notice);
        return new ModelAndView("redirect:/pages/" + id);
    }
}
