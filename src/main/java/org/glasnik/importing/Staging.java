package org.glasnik.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glasnik.access.PersonId;
import org.glasnik.spreadsheet.Table;
import org.glasnik.spreadsheet.TableFormat;
import org.glasnik.spreadsheet.TableLimits;
import org.glasnik.spreadsheet.TableReader;
import org.glasnik.spreadsheet.TableRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads a file into the rows of a new import, a thousand at a time. */
@Component
class Staging {
    private static final int CHUNK = 1_000;

    private final Imports imports;
    private final ImportRows rows;
    private final GuessingColumns guessing;

    Staging(Imports imports, ImportRows rows, GuessingColumns guessing) {
        this.imports = imports;
        this.rows = rows;
        this.guessing = guessing;
    }

    /**
     * @param name of the file, as its owner has it
     * @throws TableRefused in words for the form; nothing is stored then
     */
    @Transactional(propagation = Propagation.REQUIRED, rollbackFor = Exception.class)
    ImportId stage(ImportKind kind, Path file, String name, @Nullable PersonId person)
            throws IOException, TableRefused {
        try (Table table = TableReader.open(file, name, TableLimits.STANDARD)) {
            ImportId id = imports.add(kind.code(), name, told(table.format()), table.headings(), person);
            List<Map.Entry<Integer, List<String>>> chunk = new ArrayList<>(CHUNK);
            int total = 0;
            while (table.next()) {
                chunk.add(Map.entry(table.row(), List.copyOf(table.cells())));
                total++;
                if (chunk.size() == CHUNK) {
                    rows.add(id, chunk);
                    chunk.clear();
                }
            }
            rows.add(id, chunk);
            imports.total(id, total);
            imports.choose(id, guessing.guess(kind, table.headings()));
            return id;
        }
    }

    /** How the file was read: "CSV, windows-1251, ;" or "XLSX, Sheet1". */
    private static String told(TableFormat format) {
        List<String> parts = new ArrayList<>();
        parts.add(format.kind().name());
        if (!format.charset().isEmpty()) {
            parts.add(format.charset());
        }
        if (format.delimiter() != '\0') {
            parts.add(format.delimiter() == '\t' ? "TAB" : "" + format.delimiter());
        }
        if (!format.sheet().isEmpty()) {
            parts.add("“" + format.sheet() + "”");
        }
        return String.join(" · ", parts);
    }
}
