package org.glasnik.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/** The bodies of one file: held against the register and against each other, by the rules of the form. */
final class JudgingBodies implements ImportKind.Judging {
    private final Viewer viewer;
    private final Language reader;
    private final BodyRights fresh;
    private final BodyBatches batches;
    private final ReadingBody reading;
    private final BodyCells cells;
    private final Deeds deeds;
    private final BodyFile file = new BodyFile();
    private final Map<UUID, UUID> above;

    JudgingBodies(
            Viewer viewer,
            Language reader,
            BodyRights fresh,
            BodyBatches batches,
            ReadingBody reading,
            BodyCells cells,
            Deeds deeds) {
        this.viewer = viewer;
        this.reader = reader;
        this.fresh = fresh;
        this.batches = batches;
        this.reading = reading;
        this.cells = cells;
        this.deeds = deeds;
        this.above = batches.above();
    }

    @Override
    public void read(ImportRow row, boolean refused) {
        file.add(row, refused);
    }

    @Override
    public boolean settled() {
        return file.settled();
    }

    @Override
    public List<Judged> judge(List<ImportRow> rows) {
        Set<String> codes = rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(row.cell("code"), row.cell("parent")),
                        BodyCells.codes(row.cell("successors")).stream()))
                .map(code -> code.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        KnownInFile known = new KnownInFile(
                file,
                batches.stored(codes, viewer, reader),
                above,
                Set.copyOf(cells.jurisdictions().values()));
        return rows.stream().map(row -> taken(row, judge(row, known))).toList();
    }

    /** What others of the file need to know of it. */
    private Judged taken(ImportRow row, Judged judged) {
        if (judged.fate() == Fate.REFUSED && file.first(row.cell("code")) == row.number()) {
            file.refuse(row.cell("code"));
        }
        return judged;
    }

    private Judged judge(ImportRow row, KnownInFile known) {
        List<Judged.Flag> flags = flags(row);
        String label = label(row);
        int first = file.first(row.cell("code"));
        if (first != 0 && first != row.number()) {
            return file.repeats(row) && file.brings(row.cell("code"))
                    ? new Judged(row.number(), Fate.SAME, null, label, null, List.of(), List.of(), flags, null, null)
                    : refused(row, label, flags, "registry.import.twice", Map.of("row", first));
        }
        StoredBody stored = known.stored(row.cell("code"));
        if (stored != null && stored.binned()) {
            return refused(row, label, flags, "registry.import.binned", Map.of());
        }
        if (stored != null && !stored.changeable()) {
            return refused(row, label, flags, "registry.import.kept", Map.of());
        }
        BodyForm form = cells.over(stored == null ? BodyForm.EMPTY : stored.form(), row);
        FormErrors errors = FormErrors.none();
        Body before = stored == null ? null : stored.body();
        BodyRights rights = stored == null ? fresh : new BodyRights(false, false, Map.of(), false);
        BodyDetails details = reading.read(form, errors, before, rights, known);
        LocalDate ended = ReadingBody.day("endedOn", BodyCells.day(row.cell("endedOn")), errors);
        List<UUID> successors = successors(row, known, errors);
        UUID id = before == null ? file.id(row.cell("code")) : before.id().value();
        if (details != null && before == null && details.parent() != null) {
            errors.require(!known.circle(new BodyId(id), details.parent()), "parent", "registry.error.circle");
        }
        if (details == null || errors.any()) {
            return Judged.refused(row.number(), label, Judged.Reason.of(errors, ImportingBodies.LABELS), flags);
        }
        BodyState was = stored == null ? null : stored.state();
        BodyState will = will(was, id, details, ended, successors);
        if (details.parent() != null) {
            above.put(id, details.parent().value());
        } else {
            above.remove(id);
        }
        if (was != null && was.like(will)) {
            return new Judged(row.number(), Fate.SAME, was.id(), label, null, List.of(), List.of(), flags, null, null);
        }
        return new Judged(
                row.number(),
                was == null ? Fate.FRESH : Fate.CHANGED,
                will.id(),
                label,
                null,
                was == null || stored == null
                        ? List.of()
                        : BodyDifferences.of(was, will, stored.parentCode(), form.parent()),
                List.of(),
                flags,
                was == null ? null : was.json(),
                will.json());
    }

    private static BodyState will(
            @Nullable BodyState was, UUID fresh, BodyDetails details, @Nullable LocalDate ended, List<UUID> heirs) {
        LocalDate on = ended == null && was != null ? was.endedOn() : ended;
        List<UUID> successors = heirs.isEmpty() && was != null ? was.successors() : heirs;
        Ending how = on == null
                ? null
                : was != null && was.ending() != null
                        ? was.ending()
                        : successors.isEmpty() ? Ending.ABOLISHED : Ending.MERGED;
        return new BodyState(
                was == null ? fresh : was.id(), was == null ? 0 : was.version() + 1, details, on, how, successors);
    }

    private List<UUID> successors(ImportRow row, KnownInFile known, FormErrors errors) {
        List<UUID> successors = new ArrayList<>();
        for (String code : BodyCells.codes(row.cell("successors"))) {
            known.byCode(code)
                    .ifPresentOrElse(
                            id -> successors.add(id.value()),
                            () -> errors.add("successors", "registry.error.parent", "code", code));
        }
        errors.require(
                successors.isEmpty() || !row.cell("endedOn").isEmpty(), "successors", "registry.import.notEnded");
        return successors;
    }

    private static Judged refused(
            ImportRow row, String label, List<Judged.Flag> flags, String key, Map<String, Object> arguments) {
        return Judged.refused(
                row.number(),
                label,
                List.of(new Judged.Reason(ImportingBodies.LABELS.getOrDefault("code", ""), key, arguments)),
                flags);
    }

    /** The name by which the reader knows it, else its code. */
    private String label(ImportRow row) {
        return Stream.of(
                        row.cell("name" + capital(reader.source().tag())),
                        row.cell("nameUk"),
                        row.cell("nameSr"),
                        row.cell("nameRu"),
                        row.cell("nameEn"),
                        row.cell("code"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String capital(String tag) {
        return tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1);
    }

    private static List<Judged.Flag> flags(ImportRow row) {
        return Judged.Flag.of(
                Stream.of("nameUk", "nameSr", "nameRu", "nameEn", "otherNames").map(row::cell));
    }

    @Override
    public void write(List<Judged> rows) {
        List<Deed> told = new ArrayList<>();
        List<BodyState> added = new ArrayList<>();
        List<BodyState> changed = new ArrayList<>();
        for (Judged row : rows) {
            BodyState will = BodyState.read(Objects.requireNonNull(row.after()));
            BodyDetails before =
                    row.before() == null ? null : BodyState.read(row.before()).details();
            told.add(Deed.of(before == null ? "body.added" : "body.changed", "body", will.id())
                    .in(will.readers(new BodyId(will.id())))
                    .between(before, will.details()));
            (row.before() == null ? added : changed).add(will);
        }
        batches.add(added);
        batches.change(changed);
        deeds.record(viewer, told);
    }
}
