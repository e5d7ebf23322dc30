package org.glasnik.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;
import org.glasnik.listing.ListRequest;
import org.glasnik.listing.ListShape;
import org.glasnik.listing.Sheet;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.platform.Notice;
import org.glasnik.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One import: its progress, the fate of each row, and what can be done with it. */
@Controller
class ImportController {
    private static final ListShape ROWS = ListShape.at("/imports/{id}", "importing.rows")
            .sorting("number", "label")
            .showing("fate", "what")
            .filtering("fate");

    record ImportPage(Import about, ListPage list, List<ListFilter> filters, List<ImportRows.Told> rows) {}

    private final Imports imports;
    private final ToldRows rows;
    private final ImportWork work;
    private final TellingRows telling;
    private final Exporting exporting;
    private final Texts texts;
    private final Languages languages;

    ImportController(
            Imports imports,
            ToldRows rows,
            ImportWork work,
            TellingRows telling,
            Exporting exporting,
            Texts texts,
            Languages languages) {
        this.imports = imports;
        this.rows = rows;
        this.work = work;
        this.telling = telling;
        this.exporting = exporting;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/imports/{id:[^.]+}")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView show(
            @PathVariable ImportId id, HttpServletRequest request, HttpServletResponse response, Viewer viewer) {
        Import about = known(id, viewer);
        response.addHeader("Vary", "HX-Request");
        if (about.state() == Import.State.MAPPING) {
            return new ModelAndView("redirect:/imports/" + id + "/columns");
        }
        if (about.state().works()) {
            return new ModelAndView("importing/working", "page", about);
        }
        if (request.getHeader("HX-Request") != null) {
            // The work is done: the whole page takes the place of its progress.
            response.setHeader("HX-Refresh", "true");
        }
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(ROWS.under("/imports/" + id), request);
        ListPage list = new ListPage(asked, rows.count(id, asked));
        List<ListFilter> filters =
                List.of(ListFilter.choice("fate", texts.text(reader, "importing.rows.column.fate"), fates(reader)));
        return new ModelAndView(
                "importing/import", "page", new ImportPage(about, list, filters, rows.page(id, list.request())));
    }

    @GetMapping("/imports/{id}.{format:csv|xlsx|json}")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    void export(
            @PathVariable ImportId id,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer)
            throws IOException {
        Import about = known(id, viewer);
        Language reader = languages.of(request);
        ListRequest asked = ListRequest.of(ROWS.under("/imports/" + id), request);
        Sheet<ImportRows.Told> sheet = Sheet.<ImportRows.Told>of("import")
                .with("number", heading(reader, "number"), ImportRows.Told::number)
                .with("label", heading(reader, "label"), ImportRows.Told::label)
                .with("fate", heading(reader, "fate"), row -> telling.fate(row, reader))
                .with("what", heading(reader, "what"), row -> telling.words(row.verdict(), reader));
        exporting.send(format, request, response, sheet, () -> rows.all(about.id(), asked));
    }

    @PostMapping("/imports/{id}/application")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView apply(@PathVariable ImportId id, @RequestParam(defaultValue = "") String bad, Viewer viewer) {
        Import about = known(id, viewer);
        boolean skip = bad.equals("skip");
        if (about.counts().refused() > 0 && !skip) {
            return new ModelAndView("redirect:/imports/" + id + "?fate=refused");
        }
        if (imports.step(id, Import.State.JUDGED, Import.State.APPLYING)) {
            imports.skipBad(id, skip);
            work.begin(id);
        }
        return new ModelAndView("redirect:/imports/" + id);
    }

    @PostMapping("/imports/{id}/application/undo")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView undo(@PathVariable ImportId id, Viewer viewer) {
        Import about = known(id, viewer);
        if (imports.step(about.id(), Import.State.APPLIED, Import.State.UNDOING)) {
            work.begin(id);
        }
        return new ModelAndView("redirect:/imports/" + id);
    }

    @PostMapping("/imports/{id}/removal")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView discard(@PathVariable ImportId id, Viewer viewer, RedirectAttributes flash) {
        Import about = known(id, viewer);
        if (!imports.discard(about.id())) {
            return new ModelAndView("redirect:/imports/" + id);
        }
        flash.addFlashAttribute(Notice.FLASH, Notice.of("importing.notice.discarded"));
        return new ModelAndView("redirect:/imports");
    }

    private Import known(ImportId id, Viewer viewer) {
        return imports.of(id, viewer).orElseThrow(NotFound::new);
    }

    private Map<String, String> fates(Language reader) {
        Map<String, String> fates = new LinkedHashMap<>();
        for (Fate fate : Fate.values()) {
            fates.put(fate.tag(), texts.text(reader, "importing.fate." + fate.tag()));
        }
        fates.put("flagged", texts.text(reader, "importing.fate.flagged"));
        fates.put("kept", texts.text(reader, "importing.fate.kept"));
        return fates;
    }

    private String heading(Language reader, String column) {
        return texts.text(reader, "importing.rows.column." + column);
    }
}
