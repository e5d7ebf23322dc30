package org.glasnik.namematch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;
import org.glasnik.listing.ListRequest;
import org.glasnik.listing.ListShape;
import org.glasnik.namematch.RegisterNames.Shown;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Names that people have decided about, and ways to take that back. */
@Controller
class DecisionsController {
    private static final ListShape DECISIONS = ListShape.at("/bodies/matching/decisions", "namematch.decisions")
            .sorting("name")
            .showing("body", "by")
            .sorting("at")
            .filtering("text");

    record DecisionsPage(ListPage list, List<ListFilter> filters, List<ViewingDecisions.View> rows) {}

    private final Decisions decisions;
    private final NameLists lists;
    private final ViewingDecisions viewing;
    private final MatchingLists matching;
    private final Deeds deeds;
    private final Exporting exporting;
    private final Texts texts;
    private final Languages languages;

    DecisionsController(
            Decisions decisions,
            NameLists lists,
            ViewingDecisions viewing,
            MatchingLists matching,
            Deeds deeds,
            Exporting exporting,
            Texts texts,
            Languages languages) {
        this.decisions = decisions;
        this.lists = lists;
        this.viewing = viewing;
        this.matching = matching;
        this.deeds = deeds;
        this.exporting = exporting;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/bodies/matching/decisions")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView list(HttpServletRequest request) {
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(DECISIONS, request);
        ListPage list = new ListPage(asked, decisions.count(asked));
        List<ListFilter> filters = List.of(ListFilter.text("text", texts.text(reader, "namematch.lines.filter.text")));
        return new ModelAndView(
                "namematch/decisions",
                "page",
                new DecisionsPage(list, filters, viewing.of(decisions.page(list.request(), reader), reader)));
    }

    @GetMapping("/bodies/matching/decisions.{format:csv|xlsx|json}")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    void export(@PathVariable String format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(DECISIONS, request);
        exporting.send(
                format,
                request,
                response,
                viewing.sheet(reader),
                () -> viewing.of(decisions.all(asked, reader).toList(), reader).stream());
    }

    @PostMapping("/bodies/matching/decisions/{id}/removal")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView forget(
            @PathVariable DecisionId id, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        Decision forgotten = decisions.forget(id).orElseThrow(NotFound::new);
        record("match.forgotten", forgotten, languages.of(request), viewer);
        flash.addFlashAttribute(
                Notice.FLASH,
                Notice.of("namematch.notice.forgotten", Map.of("name", forgotten.name()))
                        .undoneAt("/bodies/matching/decisions/" + id + "/removal/undo"));
        return new ModelAndView("redirect:/bodies/matching/decisions");
    }

    @PostMapping("/bodies/matching/decisions/{id}/removal/undo")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView recall(
            @PathVariable DecisionId id, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        Decision recalled = decisions.recall(id).orElseThrow(NotFound::new);
        record("match.recalled", recalled, languages.of(request), viewer);
        flash.addFlashAttribute(Notice.FLASH, Notice.of("namematch.notice.recalled", Map.of("name", recalled.name())));
        return new ModelAndView("redirect:/bodies/matching/decisions");
    }

    private void record(String verb, Decision decision, Language reader, Viewer viewer) {
        Shown body = viewing.of(List.of(decision), reader).getFirst().body();
        Deed deed = Deed.of(verb, "match", decision.id().value());
        deeds.record(viewer, body == null ? deed : deed.in(body.readers()));
    }

    /** What one button decided, taken back at one go. */
    @PostMapping("/bodies/matching/{id}/batches/{batch}/undo")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView undo(@PathVariable NameListId id, @PathVariable UUID batch, Viewer viewer, RedirectAttributes flash) {
        if (!lists.owns(id, viewer)) {
            throw new NotFound();
        }
        int undone = matching.undo(batch, viewer);
        if (undone == 0) {
            throw new NotFound();
        }
        flash.addFlashAttribute(
                Notice.FLASH, Notice.of("namematch.notice.undone", Map.of("count", String.valueOf(undone))));
        return new ModelAndView("redirect:/bodies/matching/" + id);
    }
}
