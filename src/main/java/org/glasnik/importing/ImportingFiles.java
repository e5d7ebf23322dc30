package org.glasnik.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.spreadsheet.TableRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports without a screen, for commands: the same steps, each done when the call returns. In the name of nobody. */
@Component
public class ImportingFiles {
    /**
     * What has become of a file.
     *
     * @param id by which it can be undone
     * @param state mapping, judged, applied or undone
     * @param kept rows that an undoing could not take back
     * @param said one line for each row that is refused or odd, in English, at most {@link #SAID}
     */
    public record Outcome(
            UUID id,
            String file,
            String kind,
            String state,
            int rows,
            int fresh,
            int changed,
            int same,
            int refused,
            int kept,
            List<String> said) {}

    /** What the command is given does not fit together: in words for whoever typed it. */
    public static final class Misunderstood extends Exception {
        Misunderstood(String words) {
            super(words);
        }
    }

    /** Lines that somebody still reads. */
    public static final int SAID = 50;

    private static final Viewer COMMAND = ImportSteps.COMMAND;

    private final Imports imports;
    private final ToldRows rows;
    private final ImportKinds kinds;
    private final Staging staging;
    private final ImportSteps steps;
    private final TellingRows telling;
    private final Texts texts;
    private final TransactionTemplate transaction;

    ImportingFiles(
            Imports imports,
            ToldRows rows,
            ImportKinds kinds,
            Staging staging,
            ImportSteps steps,
            TellingRows telling,
            Texts texts,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.rows = rows;
        this.kinds = kinds;
        this.staging = staging;
        this.steps = steps;
        this.telling = telling;
        this.texts = texts;
        this.transaction = transaction;
    }

    /** Codes of what can be imported. */
    public List<String> kinds() {
        return kinds.all().stream().map(ImportKind::code).toList();
    }

    /**
     * Reads a file and tells the fate of its rows. Nothing is changed.
     *
     * @param headings column to the heading of the file that holds it, where that is not to be guessed
     * @param values column to what it is in all rows
     */
    public Outcome judge(String kind, Path file, Map<String, String> headings, Map<String, String> values)
            throws IOException, Misunderstood {
        ImportKind found = kinds.of(kind)
                .orElseThrow(() -> new Misunderstood(
                        "There is no import of \"%s\". There are: %s.".formatted(kind, String.join(", ", kinds()))));
        ImportId id;
        try {
            id = staging.stage(found, file, Objects.toString(file.getFileName()), null);
        } catch (TableRefused e) {
            throw new Misunderstood("%s: %s.".formatted(file, texts.text(Language.EN, e.key(), e.named())));
        }
        Import about = of(id);
        Map<String, Import.Choice> chosen = new LinkedHashMap<>(about.chosen());
        for (Map.Entry<String, String> one : headings.entrySet()) {
            column(found, one.getKey());
            int heading = about.headings().indexOf(one.getValue());
            if (heading < 0) {
                throw new Misunderstood("%s has no column \"%s\". It has: %s."
                        .formatted(file, one.getValue(), String.join(", ", about.headings())));
            }
            chosen.put(one.getKey(), new Import.Choice(heading, ""));
        }
        for (Map.Entry<String, String> one : values.entrySet()) {
            ImportColumn column = column(found, one.getKey());
            if (!column.forAll()) {
                throw new Misunderstood("%s cannot be the same in all rows.".formatted(column.key()));
            }
            chosen.merge(
                    column.key(),
                    new Import.Choice(-1, one.getValue()),
                    (before, now) -> new Import.Choice(before.heading(), now.value()));
        }
        List<String> lacking = found.columns().stream()
                .filter(column -> column.required() && !chosen.containsKey(column.key()))
                .map(ImportColumn::key)
                .toList();
        if (!lacking.isEmpty()) {
            throw new Misunderstood("Say which column of the file is %s: --map %s=HEADING. It has: %s."
                    .formatted(String.join(", ", lacking), lacking.getFirst(), String.join(", ", about.headings())));
        }
        transaction.executeWithoutResult(status -> {
            imports.choose(id, chosen);
            imports.step(id, Import.State.MAPPING, Import.State.JUDGING);
        });
        steps.work(id);
        return outcome(id);
    }

    private static ImportColumn column(ImportKind kind, String key) throws Misunderstood {
        return kind.columns().stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Misunderstood("There is no column %s. There are: %s."
                        .formatted(
                                key,
                                String.join(
                                        ", ",
                                        kind.columns().stream()
                                                .map(ImportColumn::key)
                                                .toList()))));
    }

    /** Imports what {@link #judge} has looked at; without the refused rows where {@code skipBad}, else not at all if there are any. */
    public Outcome apply(UUID id, boolean skipBad) throws Misunderstood {
        ImportId one = known(id);
        if (of(one).counts().refused() == 0 || skipBad) {
            transaction.executeWithoutResult(status -> {
                imports.skipBad(one, skipBad);
                imports.step(one, Import.State.JUDGED, Import.State.APPLYING);
            });
            steps.work(one);
        }
        return outcome(one);
    }

    public Outcome undo(UUID id) throws Misunderstood {
        ImportId one = known(id);
        transaction.executeWithoutResult(status -> imports.step(one, Import.State.APPLIED, Import.State.UNDOING));
        steps.work(one);
        return outcome(one);
    }

    /** The latest first. */
    public List<Outcome> all() {
        return imports.all(COMMAND).stream()
                .map(about -> outcome(about, List.of()))
                .toList();
    }

    private ImportId known(UUID id) throws Misunderstood {
        if (imports.of(new ImportId(id), COMMAND).isEmpty()) {
            throw new Misunderstood("There is no import " + id + ". ./glasnik import list names them.");
        }
        return new ImportId(id);
    }

    private Import of(ImportId id) {
        return imports.of(id, COMMAND).orElseThrow();
    }

    private Outcome outcome(ImportId id) {
        Import about = of(id);
        List<String> said = new ArrayList<>();
        if (!about.fault().isEmpty()) {
            said.add(texts.text(Language.EN, about.fault()));
        }
        rows.odd(id, SAID)
                .forEach(row -> said.add("row %d, %s: %s"
                        .formatted(row.number(), row.label(), telling.words(row.verdict(), Language.EN))));
        return outcome(about, said);
    }

    private static Outcome outcome(Import about, List<String> said) {
        Import.Counts counts = about.counts();
        return new Outcome(
                about.id().value(),
                about.fileName(),
                about.kind(),
                about.state().tag(),
                counts.total(),
                counts.fresh(),
                counts.changed(),
                counts.same(),
                counts.refused(),
                about.kept(),
                said);
    }
}
