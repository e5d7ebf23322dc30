package org.glasnik.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of typed cells: a text is a text whatever it begins with, so nothing in it is ever a formula. */
final class XlsxFormat implements SheetFormat {
    /** Excel has 1,048,576 rows a sheet; what is more goes on in the next. */
    static final int ROWS = 1_000_000;

    private static final int FLUSHED = 500;

    @Override
    public String type() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public <R> void write(Sheet<R> sheet, Iterator<R> rows, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Glasnik", "1.0");
        int number = 1;
        do {
            Worksheet part = book.newWorksheet(number++ == 1 ? sheet.name() : sheet.name() + " " + (number - 1));
            part(part, sheet.columns(), rows);
            part.finish();
        } while (rows.hasNext());
        book.finish();
    }

    private static <R> void part(Worksheet part, List<Sheet.Column<R>> columns, Iterator<R> rows) throws IOException {
        for (int c = 0; c < columns.size(); c++) {
            text(part, 0, c, columns.get(c).heading());
            part.style(0, c).bold().set();
        }
        part.freezePane(0, 1);
        for (int r = 1; r < ROWS && rows.hasNext(); r++) {
            R row = rows.next();
            for (int c = 0; c < columns.size(); c++) {
                cell(part, r, c, columns.get(c).value().apply(row));
            }
            if (r % FLUSHED == 0) {
                part.flush();
            }
        }
    }

    private static void cell(Worksheet part, int r, int c, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> text(part, r, c, text);
            case Number n -> part.value(r, c, n);
            case Boolean b -> part.value(r, c, b);
            case LocalDate day -> {
                part.value(r, c, day);
                part.style(r, c).format("yyyy-mm-dd").set();
            }
            case Instant at -> {
                part.value(r, c, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
                part.style(r, c).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> text(part, r, c, value.toString());
        }
    }

    /** Inline: a table of shared texts would be kept in memory until the end. */
    private static void text(Worksheet part, int r, int c, String text) {
        String written = XlsxText.of(text);
        if (XlsxText.spaced(written)) {
            // Only a run says that the space around it is to be kept: Excel takes it away from other texts.
            part.inlineString(r, c, RichText.builder().run(written).end().build());
        } else {
            part.inlineString(r, c, written);
        }
    }
}
