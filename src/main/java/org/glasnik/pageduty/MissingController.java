package org.glasnik.pageduty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.glasnik.access.Allowed;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;
import org.glasnik.listing.ListRequest;
import org.glasnik.listing.ListShape;
import org.glasnik.listing.Sheet;
import org.glasnik.officialpage.Today;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Texts;
import org.glasnik.registry.Jurisdictions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Bodies without a page that they must have, and for how long. */
@Controller
class MissingController {
    record MissingPage(ListPage list, List<ListFilter> filters, List<MissingRow> rows, LocalDate day) {}

    private static final ListShape MISSING = ListShape.at("/duties/missing", "pageduty.missing")
            .sorting("body", "kind", "platform", "since")
            .showing("basis")
            .filtering("text", "kind", "platform", "jurisdiction", "day");

    private final OwedPages owed;
    private final DutyWords words;
    private final Jurisdictions jurisdictions;
    private final Today today;
    private final Exporting exporting;
    private final Texts texts;
    private final Languages languages;

    MissingController(
            OwedPages owed,
            DutyWords words,
            Jurisdictions jurisdictions,
            Today today,
            Exporting exporting,
            Texts texts,
            Languages languages) {
        this.owed = owed;
        this.words = words;
        this.jurisdictions = jurisdictions;
        this.today = today;
        this.exporting = exporting;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/duties/missing")
    @Allowed(Who.ANYONE)
    ModelAndView list(HttpServletRequest request, Viewer viewer) {
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(MISSING, request);
        LocalDate day = DutiesController.day(asked.filter("day"), today.here());
        ListPage list = new ListPage(asked, owed.count(asked, day));
        List<ListFilter> filters = List.of(
                ListFilter.text("text", texts.text(reader, "pageduty.missing.filter.text")),
                ListFilter.choice("kind", heading(reader, "kind"), words.kinds(reader)),
                ListFilter.choice("platform", heading(reader, "platform"), words.platforms(reader)),
                ListFilter.choice(
                        "jurisdiction", texts.text(reader, "pageduty.jurisdiction"), jurisdictions.in(reader)),
                ListFilter.date("day", texts.text(reader, "pageduty.day")));
        return new ModelAndView(
                "pageduty/missing",
                "page",
                new MissingPage(list, filters, owed.page(list.request(), viewer, reader, day), day));
    }

    @GetMapping("/duties/missing.{format:csv|xlsx|json}")
    @Allowed(Who.ANYONE)
    void export(@PathVariable String format, HttpServletRequest request, HttpServletResponse response, Viewer viewer)
            throws IOException {
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(MISSING, request);
        LocalDate day = DutiesController.day(asked.filter("day"), today.here());
        Sheet<MissingRow> sheet = Sheet.<MissingRow>of("missing-pages")
                .with("bodyCode", texts.text(reader, "pageduty.missing.code"), MissingRow::code)
                .with("body", heading(reader, "body"), row -> row.name().text())
                .with("kind", heading(reader, "kind"), row -> words.kind(reader, row.kind()))
                .with("platform", heading(reader, "platform"), row -> words.platform(reader, row.platform()))
                .with("since", heading(reader, "since"), MissingRow::since)
                .with("daysLate", texts.text(reader, "pageduty.missing.days"), row -> row.late(day))
                .with("basis", heading(reader, "basis"), MissingRow::basis)
                .with("basisAddress", texts.text(reader, "pageduty.basisAddress"), MissingRow::basisAddress);
        exporting.send(format, request, response, sheet, () -> owed.all(asked, viewer, reader, day));
    }

    private String heading(Language reader, String column) {
        return texts.text(reader, "pageduty.missing.column." + column);
    }
}
