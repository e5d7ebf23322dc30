package org.glasnik.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnik.access.Allowed;
import org.glasnik.access.NotFound;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Which column of the file is which: guessed, and corrected here. */
@Controller
class ColumnsController {
    private static final int SHOWN_ROWS = 5;
    private static final int LONGEST = 300;

    /** @param choices values for all rows, for columns that have such a list */
    record Offered(ImportColumn column, Import.Choice choice, Map<String, String> choices) {}

    /** @param first cells of the first rows */
    record ColumnsPage(Import about, List<Offered> columns, List<List<String>> first, FormErrors errors) {}

    private final Imports imports;
    private final ImportRows rows;
    private final ImportKinds kinds;
    private final ImportWork work;
    private final Languages languages;

    ColumnsController(Imports imports, ImportRows rows, ImportKinds kinds, ImportWork work, Languages languages) {
        this.imports = imports;
        this.rows = rows;
        this.kinds = kinds;
        this.work = work;
        this.languages = languages;
    }

    @GetMapping("/imports/{id}/columns")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView columns(@PathVariable ImportId id, HttpServletRequest request, Viewer viewer) {
        Import about = open(id, viewer);
        return page(about, about.chosen(), FormErrors.none(), viewer, languages.of(request));
    }

    @PostMapping("/imports/{id}/columns")
    @Allowed({Who.ORGANISER, Who.OPERATOR})
    ModelAndView choose(@PathVariable ImportId id, HttpServletRequest request, Viewer viewer) {
        Import about = open(id, viewer);
        ImportKind kind = kinds.of(about.kind()).orElseThrow(NotFound::new);
        FormErrors errors = FormErrors.none();
        Map<String, Import.Choice> chosen = new LinkedHashMap<>();
        for (ImportColumn column : kind.columns()) {
            Import.Choice choice = choice(column, about, request, errors);
            if (choice.any()) {
                chosen.put(column.key(), choice);
            } else if (column.required() && errors.of(column.key()).isEmpty()) {
                errors.add(column.key(), column.forAll() ? "importing.error.columnOrValue" : "importing.error.column");
            }
        }
        if (errors.any()) {
            ModelAndView page = page(about, chosen, errors, viewer, languages.of(request));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        imports.choose(id, chosen);
        if (imports.step(id, about.state(), Import.State.JUDGING)) {
            work.begin(id);
        }
        return new ModelAndView("redirect:/imports/" + id);
    }

    private static Import.Choice choice(
            ImportColumn column, Import about, HttpServletRequest request, FormErrors errors) {
        String heading = FormErrors.shown(request.getParameter(column.key()));
        boolean known = heading.matches("[0-9]{1,4}")
                && Integer.parseInt(heading) < about.headings().size();
        errors.require(known || heading.isEmpty(), column.key(), "platform.error.choose");
        String value = column.forAll()
                ? errors.optional(column.key(), request.getParameter(column.key() + "-all"), LONGEST)
                : "";
        return new Import.Choice(known ? Integer.parseInt(heading) : -1, value);
    }

    /** One whose columns can still be chosen. */
    private Import open(ImportId id, Viewer viewer) {
        return imports.of(id, viewer)
                .filter(i -> i.state() == Import.State.MAPPING || i.state() == Import.State.JUDGED)
                .orElseThrow(NotFound::new);
    }

    private ModelAndView page(
            Import about, Map<String, Import.Choice> chosen, FormErrors errors, Viewer viewer, Language reader) {
        ImportKind kind = kinds.of(about.kind()).orElseThrow(NotFound::new);
        List<Offered> columns = kind.columns().stream()
                .map(column -> new Offered(
                        column,
                        chosen.getOrDefault(column.key(), Import.Choice.NONE),
                        column.forAll() ? kind.choices(column.key(), viewer, reader) : Map.of()))
                .toList();
        return new ModelAndView(
                "importing/columns",
                "page",
                new ColumnsPage(about, columns, rows.first(about.id(), SHOWN_ROWS), errors));
    }
}
