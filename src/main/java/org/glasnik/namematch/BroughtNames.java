package org.glasnik.namematch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glasnik.namematch.NameLines.Stored;
import org.glasnik.spreadsheet.Table;
import org.glasnik.spreadsheet.TableLimits;
import org.glasnik.spreadsheet.TableReader;
import org.glasnik.spreadsheet.TableRefused;

/**
 * Names as they were brought: pasted, or in a file.
 *
 * @param headings empty where they were pasted
 */
record BroughtNames(List<String> headings, List<Stored> rows) {
    /** What is matched while its sender waits. */
    static final TableLimits LIMITS = new TableLimits(10L << 20, 5_000, 60, 500);

    static BroughtNames of(Path file, String name) throws IOException, TableRefused {
        List<Stored> rows = new ArrayList<>();
        try (Table table = TableReader.open(file, name, LIMITS)) {
            while (table.next()) {
                rows.add(new Stored(table.row(), table.cells()));
            }
            return new BroughtNames(table.headings(), rows);
        }
    }

    /** One name a line; behind a tab or a semicolon the places that it lies in. */
    static BroughtNames of(String pasted) {
        List<String> lines = pasted.lines().toList();
        String delimiter = lines.stream().anyMatch(line -> line.contains("\t")) ? "\t" : ";";
        List<Stored> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = Arrays.stream(lines.get(i).split(delimiter))
                    .map(String::strip)
                    .toList();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(new Stored(i + 1, cells));
            }
        }
        return new BroughtNames(List.of(), rows);
    }

    int columns() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }
}
