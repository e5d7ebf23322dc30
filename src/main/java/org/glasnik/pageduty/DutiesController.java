package org.glasnik.pageduty;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnik.access.Allowed;
import org.glasnik.access.Viewer;
import org.glasnik.access.Who;
import org.glasnik.officialpage.OverdueReviews;
import org.glasnik.officialpage.Today;
import org.glasnik.pageaddress.Platform;
import org.glasnik.platform.Language;
import org.glasnik.platform.Languages;
import org.glasnik.registry.BodyKind;
import org.glasnik.registry.Jurisdictions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The duty matrix: by jurisdiction and day, who must have which pages and who has them. */
@Controller
class DutiesController {
    /**
     * @param jurisdictions those with any duty, code to name
     * @param jurisdiction the one that is shown, empty where none has a duty
     * @param duties all of it, past and coming ones too
     */
    record DutiesPage(
            Map<String, String> jurisdictions,
            String jurisdiction,
            DutyMatrix matrix,
            List<KeptDuty> duties,
            LocalDate today,
            boolean mayChange) {}

    private final Duties duties;
    private final OwedPages owed;
    private final OverdueReviews overdue;
    private final DutyWords words;
    private final Jurisdictions jurisdictions;
    private final Today today;
    private final Languages languages;

    DutiesController(
            Duties duties,
            OwedPages owed,
            OverdueReviews overdue,
            DutyWords words,
            Jurisdictions jurisdictions,
            Today today,
            Languages languages) {
        this.duties = duties;
        this.owed = owed;
        this.overdue = overdue;
        this.words = words;
        this.jurisdictions = jurisdictions;
        this.today = today;
        this.languages = languages;
    }

    @GetMapping("/duties")
    @Allowed(Who.ANYONE)
    ModelAndView matrix(
            @RequestParam(defaultValue = "") String jurisdiction,
            @RequestParam(defaultValue = "") String day,
            HttpServletRequest request,
            Viewer viewer) {
        Language reader = languages.of(request);
        Map<String, String> names = jurisdictions.in(reader);
        Map<String, String> bound = new LinkedHashMap<>();
        owed.jurisdictions().keySet().forEach(code -> bound.put(code, names.getOrDefault(code, code)));
        String shown = bound.containsKey(jurisdiction)
                ? jurisdiction
                : bound.keySet().stream().findFirst().orElse("");
        return new ModelAndView(
                "pageduty/duties",
                "page",
                new DutiesPage(
                        bound,
                        shown,
                        matrix(shown, day(day, today.here()), reader),
                        shown.isEmpty() ? List.of() : duties.in(shown),
                        today.here(),
                        viewer.operator()));
    }

    private DutyMatrix matrix(String jurisdiction, LocalDate day, Language reader) {
        Map<OverdueReviews.Where, Integer> late =
                day.equals(today.here()) && !jurisdiction.isEmpty() ? overdue.in(jurisdiction, day) : Map.of();
        List<DutyMatrix.Cell> cells = jurisdiction.isEmpty()
                ? List.of()
                : owed.cells(jurisdiction, day).stream()
                        .map(cell -> new DutyMatrix.Cell(
                                cell.kind(),
                                cell.platform(),
                                cell.must(),
                                cell.have(),
                                late.getOrDefault(new OverdueReviews.Where(cell.kind(), cell.platform()), 0)))
                        .toList();
        List<BodyKind> kinds = words.sorted(
                cells.stream().map(DutyMatrix.Cell::kind).distinct().toList(), reader);
        List<Platform> platforms = Arrays.stream(Platform.values())
                .filter(platform -> cells.stream().anyMatch(cell -> cell.platform() == platform))
                .toList();
        return new DutyMatrix(day, kinds, platforms, cells);
    }

    /** A day as browsers write it; what is none is the other. */
    static LocalDate day(@Nullable String typed, LocalDate otherwise) {
        try {
            LocalDate day = typed == null || typed.isBlank() ? otherwise : LocalDate.parse(typed.strip());
            return day.getYear() >= 1900 && day.getYear() <= 2200 ? day : otherwise;
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
