package org.glasnik.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables of the demo: {@code src/main/resources/demo/*.csv}. */
final class Csv {
    private Csv() {}

    static List<NamedCsvRecord> rows(String name) {
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(Csv.class.getResourceAsStream("/demo/" + name)),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
