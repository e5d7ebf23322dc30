package org.glasnik.officialpage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.importing.Fate;
import org.glasnik.importing.ImportKind;
import org.glasnik.importing.ImportRow;
import org.glasnik.importing.Judged;
import org.glasnik.pageaddress.PageAddress;
import org.glasnik.pageaddress.Typed;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.jspecify.annotations.Nullable;

/** The pages of one file: held against the register and against each other, by the rules of the form. */
final class JudgingPages implements ImportKind.Judging {
    private final Viewer viewer;
    private final Language reader;
    private final LocalDate today;
    private final PageBatches batches;
    private final ReadingPage reading;
    private final PageCells cells;
    private final PageWords words;
    private final PageDeeds deedsOf;
    private final Deeds deeds;

    /** @param cells of the first row that has an address */
    private record First(int row, Map<String, String> cells, UUID id) {}

    private final Map<String, First> byAddress = new HashMap<>();

    /** Rows that were refused: what repeats them is refused as well. */
    private final Set<Integer> refused = new HashSet<>();

    JudgingPages(
            Viewer viewer,
            Language reader,
            LocalDate today,
            PageBatches batches,
            ReadingPage reading,
            PageCells cells,
            PageWords words,
            PageDeeds deedsOf,
            Deeds deeds) {
        this.viewer = viewer;
        this.reader = reader;
        this.today = today;
        this.batches = batches;
        this.reading = reading;
        this.cells = cells;
        this.words = words;
        this.deedsOf = deedsOf;
        this.deeds = deeds;
    }

    @Override
    public void read(ImportRow row, boolean refused) {
        address(row)
                .ifPresent(at -> byAddress.putIfAbsent(
                        PageBatches.key(at), new First(row.number(), row.cells(), UUID.randomUUID())));
    }

    private static Optional<PageAddress> address(ImportRow row) {
        return Typed.of(row.cell("address")) instanceof Typed.Page page
                ? Optional.of(page.address())
                : Optional.empty();
    }

    @Override
    public List<Judged> judge(List<ImportRow> rows) {
        Map<String, PageBatches.Stored> stored = batches.stored(
                rows.stream().flatMap(row -> address(row).stream()).toList(), viewer, reader, today);
        Set<String> codes = Stream.concat(
                        rows.stream().map(row -> row.cell("bodyCode")),
                        stored.values().stream().map(held -> held.page().bodyCode()))
                .map(code -> code.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Map<String, BodyId> bodies = batches.bodies(codes, viewer);
        KnownPages.AtHand known = new KnownPages.AtHand(stored, bodies, batches.belonging(bodies.values()));
        return rows.stream()
                .map(row -> {
                    Judged judged = judge(row, known);
                    if (judged.fate() == Fate.REFUSED) {
                        refused.add(row.number());
                    }
                    return judged.about() == null ? judged.concerning(about(row, known)) : judged;
                })
                .toList();
    }

    private Judged judge(ImportRow row, KnownPages.AtHand known) {
        List<Judged.Flag> flags = Judged.Flag.of(Stream.of(row.cell("purpose"), row.cell("unit")));
        String label = row.cell("address");
        PageAddress at = address(row).orElse(null);
        First first = at == null ? null : byAddress.get(PageBatches.key(at));
        if (first != null && first.row() != row.number()) {
            return first.cells().equals(row.cells()) && !refused.contains(first.row())
                    ? new Judged(row.number(), Fate.SAME, null, label, null, List.of(), List.of(), flags, null, null)
                    : refused(row, label, "officialpage.import.twice", Map.of("row", first.row()), flags);
        }
        PageBatches.Stored stored = at == null ? null : known.stored().get(PageBatches.key(at));
        if (stored != null && !stored.page().changeable()) {
            return refused(row, label, "officialpage.import.kept", Map.of(), flags);
        }
        Page before = stored == null ? null : stored.page();
        PageForm form = form(row, stored, known);
        FormErrors errors = FormErrors.none();
        ReadingPage.Given given = reading.read(form, errors, before, known, today);
        LocalDate reviewed = reviewed(row, errors);
        PageDetails details = given.details();
        // A page that goes over to another body has to be shown to be that one's: not in a table.
        if (before != null && details != null) {
            errors.require(details.body().equals(before.details().body()), "body", "officialpage.import.elsewhere");
        }
        if (details == null || errors.any()) {
            return Judged.refused(row.number(), label, Judged.Reason.of(errors, ImportingPages.LABELS), flags);
        }
        PageState was = stored == null ? null : stored.state();
        PageState will = PageState.after(
                was, first == null ? UUID.randomUUID() : first.id(), details, given.responsible(), reviewed);
        if (was != null && was.like(will)) {
            return new Judged(row.number(), Fate.SAME, was.id(), label, null, List.of(), List.of(), flags, null, null);
        }
        return new Judged(
                row.number(),
                was == null ? Fate.FRESH : Fate.CHANGED,
                will.id(),
                label,
                null,
                was == null || before == null
                        ? List.of()
                        : new PageDifferences(words, reader, known.people())
                                .of(was, will, before.bodyCode(), FormErrors.shown(form.body())),
                List.of(),
                flags,
                was == null ? null : was.json(),
                will.json());
    }

    /** Whose address stands in the row, whatever becomes of it: erasure has to find it there. */
    private static Judged.@Nullable About about(ImportRow row, KnownPages.AtHand known) {
        return MailAddress.of(row.cell("responsible"))
                .map(mail -> new Judged.About(known.anyone(mail.key()).orElse(null), mail.key()))
                .orElse(null);
    }

    private PageForm form(ImportRow row, PageBatches.@Nullable Stored stored, KnownPages.AtHand known) {
        PageForm before = stored == null
                ? new PageForm(null, null, null, "live", null, null, null, null, null, null, null, null)
                : PageForm.of(stored.page(), new PagePeople.Behind(List.of(), List.of()));
        String mail = row.cell("responsible");
        String code = row.cell("bodyCode").isEmpty() ? before.body() : row.cell("bodyCode");
        String person = MailAddress.of(mail)
                .flatMap(address -> known.person(code, address.key()))
                .map(UUID::toString)
                .orElse(mail);
        return cells.over(before, row, person);
    }

    private @Nullable LocalDate reviewed(ImportRow row, FormErrors errors) {
        String cell = PageCells.day(row.cell("reviewedOn"));
        LocalDate day = cell.isEmpty() ? null : ReadingPage.day(cell);
        errors.require(cell.isEmpty() || day != null, "reviewedOn", "officialpage.error.day");
        errors.require(day == null || !day.isAfter(today), "reviewedOn", "officialpage.error.future");
        return day;
    }

    private static Judged refused(
            ImportRow row, String label, String key, Map<String, Object> arguments, List<Judged.Flag> flags) {
        return Judged.refused(
                row.number(), label, List.of(new Judged.Reason("officialpage.field.address", key, arguments)), flags);
    }

    @Override
    public void write(List<Judged> rows) {
        List<PageState> added = new ArrayList<>();
        List<PageState> changed = new ArrayList<>();
        rows.forEach(row ->
                (row.before() == null ? added : changed).add(PageState.read(Objects.requireNonNull(row.after()))));
        batches.add(added);
        if (batches.change(changed, viewer).size() != changed.size()) {
            throw new IllegalStateException("Someone has changed a page between two looks at it");
        }
        deeds.record(viewer, told(rows));
    }

    private List<Deed> told(List<Judged> rows) {
        return deedsOf.of(rows.stream()
                .map(row -> new PageDeeds.Step(
                        row.before() == null ? null : PageState.read(row.before()),
                        PageState.read(Objects.requireNonNull(row.after()))))
                .toList());
    }
}
