package org.glasnik.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, hidden ones too: a filter that someone forgot is no reason to lose rows. */
final class XlsxRows implements RowSource {
    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    private final Archive archive;
    private final XmlPart xml;
    private final XlsxCells cells;
    private final SharedTexts texts;
    private final MergedCells merged;
    private final int columns;
    private int row;
    private boolean headed;

    private XlsxRows(
            Archive archive,
            XmlPart xml,
            SharedTexts texts,
            CellNumbers numbers,
            MergedCells merged,
            TableLimits limits) {
        this.archive = archive;
        this.xml = xml;
        this.texts = texts;
        this.merged = merged;
        this.cells = new XlsxCells(xml, texts, numbers, limits.cell());
        this.columns = limits.columns();
    }

    static Table open(Path file, TableLimits limits) throws IOException, TableRefused {
        Archive archive = Archive.open(file, limits);
        SharedTexts texts = null;
        try {
            Workbook book = Workbook.of(archive);
            CellNumbers numbers = CellNumbers.of(archive, book.stylesPart(), book.since1904());
            MergedCells merged = MergedCells.of(archive, book.sheetPart(), limits.columns() + 1);
            texts = SharedTexts.of(archive, book.textsPart(), limits.cell());
            XlsxRows rows = new XlsxRows(archive, archive.xml(book.sheetPart()), texts, numbers, merged, limits);
            return CleanTable.of(TableFormat.xlsx(book.sheet(), book.others()), limits, rows);
        } catch (IOException | TableRefused | RuntimeException e) {
            if (texts != null) {
                texts.close();
            }
            archive.close();
            throw e;
        }
    }

    @Override
    public @Nullable Row next() throws IOException, TableRefused {
        while (xml.next()) {
            if (xml.starts("row")) {
                int number = xml.number("r", row + 1);
                if (number <= row || number > LAST_ROW) {
                    throw TableRefused.file("damaged");
                }
                row = number;
                List<String> read = cellsOfRow();
                if (!read.isEmpty()) {
                    return new Row(row, read);
                }
            } else if (xml.ends("sheetData")) {
                return null;
            }
        }
        return null;
    }

    private List<String> cellsOfRow() throws IOException, TableRefused {
        List<String> read = new ArrayList<>();
        boolean full = false;
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (!xml.starts("c")) {
                continue;
            }
            int at = at(column);
            if (at <= column || at >= LAST_COLUMN) {
                throw TableRefused.file("damaged");
            }
            column = at;
            boolean covered = merged.covers(row - 1, column);
            String text = cells.read(row, column, covered);
            if (text.isEmpty() || covered) {
                continue;
            }
            full |= !text.isBlank();
            // One more column than is read is enough to be refused.
            int place = Math.min(column, columns);
            while (read.size() <= place) {
                read.add("");
            }
            read.set(place, text);
        }
        if (full && !headed) {
            headed = true;
            MergedCells.Range range = merged.touching(row - 1);
            if (range != null) {
                throw TableRefused.cell("merged", row, range.left(), "range", merged.name(range));
            }
        }
        return full ? read : List.of();
    }

    private int at(int before) throws TableRefused {
        String reference = xml.attribute("r");
        if (reference == null) {
            return before + 1;
        }
        int letters = 0;
        while (letters < reference.length() && reference.charAt(letters) >= 'A' && reference.charAt(letters) <= 'Z') {
            letters++;
        }
        if (letters == 0 || letters > 3) {
            throw TableRefused.file("damaged");
        }
        return MergedCells.column(reference.substring(0, letters));
    }

    @Override
    public void close() throws IOException {
        try (archive;
                texts) {
            xml.close();
        }
    }
}
