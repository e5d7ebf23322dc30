package org.glasnik.namematch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;
import org.glasnik.listing.ListRequest;
import org.glasnik.listing.ListShape;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One list of names with what was found for each. */
@Controller
class NameListController {
    private static final ListShape LINES = ListShape.at("/bodies/matching/{id}", "namematch.lines")
            .sortingNumbers("number")
            .sorting("name", "fate")
            .showing("body")
            .filtering("fate", "text");

    /** @param errors of the form of columns */
    record ListOfNamesPage(
            NameList about, ListPage list, List<ListFilter> filters, List<LineView> rows, FormErrors errors) {}

    private final NameLists lists;
    private final NameLines lines;
    private final ViewingLines viewing;
    private final LineSheet sheet;
    private final MatchingLists matching;
    private final Exporting exporting;
    private final Texts texts;
    private final Languages languages;

    NameListController(
            NameLists lists,
            NameLines lines,
            ViewingLines viewing,
            LineSheet sheet,
            MatchingLists matching,
            Exporting exporting,
            Texts texts,
            Languages languages) {
        this.lists = lists;
        this.lines = lines;
        this.viewing = viewing;
        this.sheet = sheet;
        this.matching = matching;
        this.exporting = exporting;
        this.texts = texts;
        this.languages = languages;
    }

    /** Without a dot: to Spring the fewer variables a pattern has the better it fits, and an export has two. */
    @GetMapping("/bodies/matching/{id:[^.]+}")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView show(@PathVariable NameListId id, HttpServletRequest request, Viewer viewer) {
        return page(lists.of(id, viewer).orElseThrow(NotFound::new), request, FormErrors.none());
    }

    @GetMapping("/bodies/matching/{id}.{format:csv|xlsx|json}")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    void export(
            @PathVariable NameListId id,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer)
            throws IOException {
        NameList list = lists.of(id, viewer).orElseThrow(NotFound::new);
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(LINES.under("/bodies/matching/" + id), request);
        exporting.send(
                format,
                request,
                response,
                sheet.of(list, reader),
                () -> sheet.rows(lines.all(id, asked, reader), reader));
    }

    /** Other columns hold the names and the places: the list is matched again. */
    @PostMapping("/bodies/matching/{id}/columns")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView columns(
            @PathVariable NameListId id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> context,
            HttpServletRequest request,
            Viewer viewer) {
        NameList list = lists.of(id, viewer).orElseThrow(NotFound::new);
        FormErrors errors = FormErrors.none();
        int last = list.headings().size() - 1;
        int column = column(name, last);
        errors.require(column >= 0, "name", "platform.error.choose");
        List<Integer> places = new ArrayList<>();
        for (String place : context) {
            int number = column(place, last);
            if (number >= 0 && number != column && !places.contains(number)) {
                places.add(number);
            }
        }
        if (errors.any()) {
            ModelAndView page = page(list, request, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        lists.columns(id, column, places);
        matching.again(lists.of(id, viewer).orElseThrow(NotFound::new), viewer);
        return new ModelAndView("redirect:/bodies/matching/" + id);
    }

    private static int column(String posted, int last) {
        return posted.matches("[0-9]{1,4}") && Integer.parseInt(posted) <= last ? Integer.parseInt(posted) : -1;
    }

    @PostMapping("/bodies/matching/{id}/again")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView again(@PathVariable NameListId id, Viewer viewer, RedirectAttributes flash) {
        NameList list = lists.of(id, viewer).orElseThrow(NotFound::new);
        lists.columns(id, list.nameColumn(), list.contextColumns());
        matching.again(list, viewer);
        flash.addFlashAttribute(Notice.FLASH, Notice.of("namematch.notice.again"));
        return new ModelAndView("redirect:/bodies/matching/" + id);
    }

    /** All likely ones as they are offered, in one decision that can be taken back. */
    @PostMapping("/bodies/matching/{id}/likely")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView likely(
            @PathVariable NameListId id, HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        if (!lists.owns(id, viewer)) {
            throw new NotFound();
        }
        UUID batch = matching.accept(id, languages.of(request), viewer);
        if (batch != null) {
            flash.addFlashAttribute(
                    Notice.FLASH,
                    Notice.of("namematch.notice.accepted")
                            .undoneAt("/bodies/matching/" + id + "/batches/" + batch + "/undo"));
        }
        return new ModelAndView("redirect:/bodies/matching/" + id);
    }

    private ModelAndView page(NameList about, HttpServletRequest request, FormErrors errors) {
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(LINES.under("/bodies/matching/" + about.id()), request);
        ListPage list = new ListPage(asked, lines.count(about.id(), asked));
        Map<String, String> fates = new LinkedHashMap<>();
        for (Fate fate : Fate.values()) {
            fates.put(fate.tag(), texts.text(reader, "namematch.fate." + fate.tag()));
        }
        List<ListFilter> filters = List.of(
                ListFilter.choice("fate", texts.text(reader, "namematch.lines.column.fate"), fates),
                ListFilter.text("text", texts.text(reader, "namematch.lines.filter.text")));
        List<LineView> rows = viewing.of(lines.page(about.id(), list.request(), reader), reader);
        return new ModelAndView("namematch/list", "page", new ListOfNamesPage(about, list, filters, rows, errors));
    }
}
