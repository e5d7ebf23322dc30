package org.glasnik.spreadsheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV by whatever program. A record is a row, however many lines its quoted cells take. */
final class CsvRows implements RowSource {
    private final CsvCells cells;
    private final CloseableIterator<List<String>> records;
    private final int longest;
    private int row;

    private CsvRows(CsvCells cells, CloseableIterator<List<String>> records, int longest) {
        this.cells = cells;
        this.records = records;
        this.longest = longest;
    }

    static Table open(Path file, CharsetGuess charset, TableLimits limits) throws IOException, TableRefused {
        String sample = charset.head(file, DelimiterGuess.SAMPLE);
        DelimiterGuess delimiter = DelimiterGuess.of(sample, sample.length() < DelimiterGuess.SAMPLE);
        Reader reader = charset.reader(file);
        try {
            for (int n = delimiter.skipped(); n > 0; n--) {
                reader.read();
            }
            CsvCells cells = new CsvCells(limits.columns());
            CsvReader<List<String>> csv = CsvReader.builder()
                    .fieldSeparator(delimiter.delimiter())
                    .skipEmptyLines(false)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .allowExtraCharsAfterClosingQuote(false)
                    .allowUnclosedQuote(false)
                    .build(cells, reader);
            TableFormat format = TableFormat.csv(charset.charset().name(), delimiter.delimiter());
            return CleanTable.of(format, limits, new CsvRows(cells, csv.iterator(), limits.cell()));
        } catch (IOException | TableRefused | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public @Nullable Row next() throws IOException, TableRefused {
        try {
            if (!records.hasNext()) {
                return null;
            }
            return new Row(++row, records.next());
        } catch (CsvParseException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CharacterCodingException) {
                    throw TableRefused.row("charset", row + 1);
                }
                if (cause instanceof IOException io) {
                    throw io;
                }
                if (String.valueOf(cause.getMessage()).contains("buffer size")) {
                    throw TableRefused.cell("cell", row + 1, cells.getFieldCount(), "most", longest);
                }
            }
            throw TableRefused.cell("quotes", row + 1, cells.getFieldCount());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw TableRefused.row("charset", row + 1);
            }
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
