package org.glasnik.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.platform.Language;
import org.glasnik.platform.PublicPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of an import that take their time: telling each row's fate, writing, taking back. Each is one transaction that
 * holds the import: it is done whole or not at all, and not twice.
 */
@Component
class ImportSteps {
    /** A command has no person: whoever may run it may everything. */
    static final Viewer COMMAND = new Viewer(null, "", null, null, true, Set.of(), Set.of(), true, false);

    private static final Logger LOG = LoggerFactory.getLogger(ImportSteps.class);

    private final Imports imports;
    private final ImportRows rows;
    private final ImportKinds kinds;
    private final GuessingColumns guessing;
    private final Progress progress;
    private final Importers importers;
    private final Deeds deeds;
    private final PublicPages publicPages;
    private final TransactionTemplate transaction;

    ImportSteps(
            Imports imports,
            ImportRows rows,
            ImportKinds kinds,
            GuessingColumns guessing,
            Progress progress,
            Importers importers,
            Deeds deeds,
            PublicPages publicPages,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.rows = rows;
        this.kinds = kinds;
        this.guessing = guessing;
        this.progress = progress;
        this.importers = importers;
        this.deeds = deeds;
        this.publicPages = publicPages;
        this.transaction = transaction;
    }

    /** Does what the import waits for, step by step; nothing where another is at it. */
    void work(ImportId id) {
        UUID worker = UUID.randomUUID();
        if (!progress.claim(id, worker)) {
            return;
        }
        try {
            for (Optional<Import.State> state = step(id, worker); state.isPresent(); ) {
                state = state.get().works() ? step(id, worker) : Optional.empty();
            }
        } finally {
            progress.release(id, worker);
        }
    }

    /** The register was not what the person saw when saying yes. */
    private static final class Changed extends RuntimeException {
        Changed() {
            super(null, null, false, false);
        }
    }

    /** One step; the state it has led to, empty where there was nothing to do. */
    private Optional<Import.State> step(ImportId id, UUID worker) {
        Import.State was = transaction.execute(
                status -> imports.held(id).map(Import::state).orElse(Import.State.MAPPING));
        try {
            return Optional.ofNullable(transaction.execute(status -> imports.held(id)
                    .filter(one -> one.state().works())
                    .map(one -> done(one, worker))
                    .orElse(null)));
        } catch (Changed e) {
            return led(id, Import.State.JUDGING, "importing.fault.changed");
        } catch (RuntimeException e) {
            LOG.error("An import went wrong: {}", e.getClass().getName(), e);
            return led(
                    id,
                    switch (java.util.Objects.requireNonNull(was)) {
                        case APPLYING -> Import.State.JUDGED;
                        case UNDOING -> Import.State.APPLIED;
                        default -> Import.State.MAPPING;
                    },
                    "importing.fault.unexpected");
        }
    }

    private Optional<Import.State> led(ImportId id, Import.State to, String fault) {
        transaction.executeWithoutResult(status -> imports.lead(id, to, fault));
        return Optional.of(to);
    }

    private Import.State done(Import one, UUID worker) {
        ImportKind kind = kinds.of(one.kind()).orElseThrow();
        Viewer viewer = viewer(one.person());
        Import.State to = switch (one.state()) {
            case JUDGING -> judge(one, kind, viewer, worker);
            case APPLYING -> apply(one, kind, viewer, worker);
            default -> undo(one, kind, viewer, worker);
        };
        imports.lead(one.id(), to, "");
        return to;
    }

    private Viewer viewer(@org.jspecify.annotations.Nullable PersonId person) {
        return person == null ? COMMAND : importers.viewer(person).orElse(Viewer.NOBODY);
    }

    private static Language reader(Viewer viewer) {
        return viewer.language().orElse(Language.EN);
    }

    private ImportKind.Judging begin(Import one, ImportKind kind, Viewer viewer) {
        ImportKind.Judging judging = kind.begin(viewer, reader(viewer));
        rows.each(one, kind.columns(), chunk -> chunk.forEach(row -> judging.read(row, row.refused())));
        return judging;
    }

    private Import.State judge(Import one, ImportKind kind, Viewer viewer, UUID worker) {
        rows.forget(one.id());
        ImportKind.Judging judging;
        do {
            judging = begin(one, kind, viewer);
            ImportKind.Judging now = judging;
            int[] come = {0};
            rows.each(one, kind.columns(), chunk -> {
                rows.judged(one.id(), now.judge(open(chunk)));
                progress.come(one.id(), worker, come[0] += chunk.size());
            });
        } while (!judging.settled());
        imports.count(one.id());
        guessing.remember(one);
        return Import.State.JUDGED;
    }

    /** What was refused stays so, with its reason: only what rests on it is looked at again. */
    private static List<ImportRow> open(List<ImportRow> chunk) {
        return chunk.stream().filter(row -> !row.refused()).toList();
    }

    private Import.State apply(Import one, ImportKind kind, Viewer viewer, UUID worker) {
        if (one.counts().refused() > 0 && !one.skipBad()) {
            throw new IllegalStateException("Rows are refused, and none may be left out");
        }
        ImportKind.Judging judging = begin(one, kind, viewer);
        int[] come = {0};
        rows.each(one, kind.columns(), chunk -> {
            List<Judged> judged = judging.judge(open(chunk));
            if (!rows.same(one.id(), judged)) {
                throw new Changed();
            }
            rows.judged(one.id(), judged);
            judging.write(judged.stream()
                    .filter(row -> row.fate() == Fate.FRESH || row.fate() == Fate.CHANGED)
                    .toList());
            progress.come(one.id(), worker, come[0] += chunk.size());
        });
        imports.count(one.id());
        imports.done(one.id(), Import.State.APPLIED);
        deeds.record(
                viewer,
                deed("import.applied", one, kind, viewer)
                        .with("fresh", null, one.counts().fresh())
                        .with("changed", null, one.counts().changed())
                        .with("refused", null, one.counts().refused()));
        publicPages.changed();
        return Import.State.APPLIED;
    }

    private Import.State undo(Import one, ImportKind kind, Viewer viewer, UUID worker) {
        List<Integer> kept = new ArrayList<>();
        int below = Integer.MAX_VALUE;
        int come = 0;
        for (List<ImportKind.Written> chunk = rows.written(one.id(), below);
                !chunk.isEmpty();
                chunk = rows.written(one.id(), below)) {
            kept.addAll(kind.undo(viewer, chunk));
            below = chunk.getLast().number();
            progress.come(one.id(), worker, come += chunk.size());
        }
        kept = stillKept(one, kind, viewer, kept);
        rows.kept(one.id(), kept);
        imports.count(one.id());
        imports.done(one.id(), Import.State.UNDONE);
        deeds.record(viewer, deed("import.undone", one, kind, viewer).with("kept", null, kept.size()));
        publicPages.changed();
        return Import.State.UNDONE;
    }

    /** What hinders a row may have gone after it: a body that stood under it. */
    private List<Integer> stillKept(Import one, ImportKind kind, Viewer viewer, List<Integer> kept) {
        List<Integer> still = kept;
        int before;
        do {
            before = still.size();
            List<Integer> next = new ArrayList<>();
            for (int from = 0; from < before; from += ImportKind.CHUNK) {
                List<Integer> part = still.subList(from, Math.min(before, from + ImportKind.CHUNK));
                next.addAll(kind.undo(viewer, rows.written(one.id(), part)));
            }
            still = next;
        } while (!still.isEmpty() && still.size() < before);
        return still;
    }

    private static Deed deed(String verb, Import one, ImportKind kind, Viewer viewer) {
        Deed deed = Deed.of(verb, "import", one.id().value()).with("file", null, one.fileName());
        return Optional.ofNullable(kind.readers(viewer)).map(deed::in).orElse(deed);
    }
}
