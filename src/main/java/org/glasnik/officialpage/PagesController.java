package org.glasnik.officialpage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.glasnik.access.Allowed;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;
import org.glasnik.listing.ListRequest;
import org.glasnik.listing.ListShape;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Texts;
import org.glasnik.registry.Jurisdictions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The official pages as a list that everyone may read and take away; those inside see what is planned and who is behind. */
@Controller
class PagesController {
    /** @param mayAdd whether the viewer may enter pages of any body */
    record PagesPage(ListPage list, List<ListFilter> filters, List<PageRow> rows, LocalDate today, boolean mayAdd) {}

    private static final ListShape PAGES = ListShape.at("/pages", "officialpage.pages")
            .sorting("body", "page", "platform", "status", "reviewed")
            .showing("lacks")
            .filtering("text", "kind", "platform", "category", "status", "lack", "jurisdiction");

    private final PageRows rows;
    private final PageWords words;
    private final PageSheet sheet;
    private final Jurisdictions jurisdictions;
    private final Today today;
    private final Exporting exporting;
    private final Texts texts;
    private final Languages languages;

    PagesController(
            PageRows rows,
            PageWords words,
            PageSheet sheet,
            Jurisdictions jurisdictions,
            Today today,
            Exporting exporting,
            Texts texts,
            Languages languages) {
        this.rows = rows;
        this.words = words;
        this.sheet = sheet;
        this.jurisdictions = jurisdictions;
        this.today = today;
        this.exporting = exporting;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/pages")
    @Allowed(Who.ANYONE)
    ModelAndView list(HttpServletRequest request, Viewer viewer) {
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(PAGES, request);
        ListPage list = new ListPage(asked, rows.count(asked, viewer, today.here()));
        List<ListFilter> filters = List.of(
                ListFilter.text("text", texts.text(reader, "officialpage.pages.filter.text")),
                choice(reader, "kind", words.kinds(reader)),
                choice(reader, "platform", words.platforms(reader)),
                choice(reader, "category", words.categories(reader)),
                choice(reader, "status", words.statuses(reader)),
                choice(reader, "lack", words.lacks(reader)),
                choice(reader, "jurisdiction", jurisdictions.in(reader)));
        return new ModelAndView(
                "officialpage/pages",
                "page",
                new PagesPage(
                        list,
                        filters,
                        rows.page(list.request(), viewer, reader, today.here()),
                        today.here(),
                        viewer.operator()
                                || viewer.organiser()
                                || !viewer.sitsIn().isEmpty()));
    }

    /** Other sites may read it too: it is published. What a browser sends along with such a request names nobody. */
    @GetMapping("/pages.{format:csv|xlsx|json}")
    @Allowed(Who.ANYONE)
    void export(@PathVariable String format, HttpServletRequest request, HttpServletResponse response, Viewer viewer)
            throws IOException {
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(PAGES, request);
        response.setHeader("Access-Control-Allow-Origin", "*");
        exporting.send(
                format,
                request,
                response,
                sheet.of(format.equals("json"), viewer, reader),
                () -> rows.all(asked, viewer, reader, today.here()));
    }

    private ListFilter choice(Language reader, String name, Map<String, String> options) {
        return ListFilter.choice(name, texts.text(reader, "officialpage.pages.filter." + name), options);
    }
}
