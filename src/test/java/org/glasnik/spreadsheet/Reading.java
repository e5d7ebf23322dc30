package org.glasnik.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;

/** What comes of a file: its headings and rows, or "what row column" of the refusal. */
final class Reading {
    /** Small enough that a test reaches them. */
    static final TableLimits LIMITS = new TableLimits(1 << 20, 50, 200, 1_000);

    private static final Texts TEXTS = new Texts();

    private Reading() {}

    static Object of(String name, byte[] bytes) throws IOException {
        return of(name, bytes, LIMITS);
    }

    static Object of(String name, byte[] bytes, TableLimits limits) throws IOException {
        Path file = Files.createTempFile("ugly", ".bin");
        try {
            Files.write(file, bytes);
            return rows(file, name, limits);
        } finally {
            Files.delete(file);
        }
    }

    private static Object rows(Path file, String name, TableLimits limits) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Table table = TableReader.open(file, name, limits)) {
            rows.add(table.headings());
            while (table.next()) {
                rows.add(table.cells());
            }
            return rows;
        } catch (TableRefused e) {
            for (Language language : Language.values()) {
                // Every argument that the words want is there.
                assertThat(TEXTS.text(language, e.key(), e.named())).doesNotContain("{");
            }
            return e.key().replace("spreadsheet.refused.", "") + " " + e.row() + " " + e.column();
        }
    }

    static TableFormat format(String name, byte[] bytes) throws IOException, TableRefused {
        Path file = Files.createTempFile("ugly", ".bin");
        try {
            Files.write(file, bytes);
            try (Table table = TableReader.open(file, name, LIMITS)) {
                return table.format();
            }
        } finally {
            Files.delete(file);
        }
    }

    /** "a|b//c|d" as rows. */
    static List<List<String>> table(String rows) {
        return java.util.Arrays.stream(rows.split("//", -1))
                .map(row -> List.of(row.split("\\|", -1)))
                .toList();
    }
}
