package org.glasnik.listing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CSV as spreadsheets open it (RFC 4180, UTF-8 with its mark). A text that a spreadsheet would take for a formula gets an
 * apostrophe before it; {@code raw} leaves it as it is, for programs and for telephone numbers.
 *
 * @param raw without the guard
 */
record CsvFormat(boolean raw) implements SheetFormat {
    /**
     * OWASP, "CSV Injection": the first characters, and their full-width forms, which some spreadsheets fold. With
     * apostrophes before them too, so that whoever reads the file can take exactly one away ({@code spreadsheet.CsvCells}).
     */
    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r\\n\\x00\\uff1d\\uff0b\\uff0d\\uff20]");

    @Override
    public String type() {
        return "text/csv;charset=utf-8";
    }

    @Override
    public <R> void write(Sheet<R> sheet, Iterator<R> rows, OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord(sheet.columns().stream().map(c -> guarded(c.heading())).toList());
        while (rows.hasNext()) {
            R row = rows.next();
            List<String> cells = new ArrayList<>(sheet.columns().size());
            sheet.columns().forEach(c -> cells.add(cell(c.value().apply(row))));
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> guarded(text);
            default -> value.toString();
        };
    }

    private String guarded(String text) {
        return raw || !DANGEROUS.matcher(text).lookingAt() ? text : "'" + text;
    }
}
