package org.glasnik.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Opens a table. What a file is, its content decides; the name only tells JSON from CSV where both could be. */
public final class TableReader {
    private TableReader() {}

    /**
     * @param name as the file was called where it came from
     * @throws TableRefused with the reason in words; rows may be refused later, while reading
     */
    public static Table open(Path file, String name, TableLimits limits) throws IOException, TableRefused {
        if (Files.size(file) > limits.bytes()) {
            throw TableRefused.file("bytes", "megabytes", limits.bytes() >> 20);
        }
        Signature signature = Signature.of(file);
        if (signature.refusal() != null) {
            throw TableRefused.file(signature.refusal());
        }
        if (signature.zip()) {
            return XlsxRows.open(file, limits);
        }
        CharsetGuess charset = CharsetGuess.of(file);
        String head = charset.head(file, Signature.HEAD);
        String refusal = Signature.refusalOf(head);
        if (refusal != null) {
            throw TableRefused.file(refusal);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".json") || Signature.json(head)) {
            return JsonRows.open(file, charset, limits);
        }
        return CsvRows.open(file, charset, limits);
    }
}
