package org.glasnik.spreadsheet;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all kinds of files have in common: headings, empty rows, limits, clean texts. */
final class CleanTable implements Table {
    /** White space as Unicode has it (the no-break ones too), the byte order mark and the space of no width. */
    private static final Pattern AROUND =
            Pattern.compile("^[\\p{IsWhite_Space}\\uFEFF\\u200B]+|[\\p{IsWhite_Space}\\uFEFF\\u200B]+$");

    private final TableFormat format;
    private final TableLimits limits;
    private final RowSource source;
    private List<String> headings = List.of();
    private List<String> cells = List.of();
    private int row;
    private int read;

    private CleanTable(TableFormat format, TableLimits limits, RowSource source) {
        this.format = format;
        this.limits = limits;
        this.source = source;
    }

    /** Reads the headings; closes the source where that fails. */
    static Table of(TableFormat format, TableLimits limits, RowSource source) throws IOException, TableRefused {
        CleanTable table = new CleanTable(format, limits, source);
        try {
            table.readHeadings();
            return table;
        } catch (IOException | TableRefused | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private void readHeadings() throws IOException, TableRefused {
        RowSource.Row first = nextFull();
        if (first == null) {
            throw format.sheet().isEmpty()
                    ? TableRefused.file("empty")
                    : TableRefused.file("sheet", "sheet", format.sheet());
        }
        List<String> all = new ArrayList<>(first.cells());
        while (all.getLast().isEmpty()) {
            all.removeLast();
        }
        if (all.size() > limits.columns()) {
            throw TableRefused.file("columns", "most", limits.columns());
        }
        headings = List.copyOf(all);
    }

    @Override
    public boolean next() throws IOException, TableRefused {
        try {
            RowSource.Row found = nextFull();
            if (found == null) {
                cells = List.of();
                return false;
            }
            if (++read > limits.rows()) {
                throw TableRefused.file("rows", "most", limits.rows());
            }
            cells = fitted(found);
            row = found.number();
            return true;
        } catch (TableRefused e) {
            throw e.under(headings);
        }
    }

    private RowSource.@Nullable Row nextFull() throws IOException, TableRefused {
        RowSource.Row raw;
        while ((raw = source.next()) != null) {
            List<String> clean = new ArrayList<>(raw.cells().size());
            boolean full = false;
            for (int c = 0; c < raw.cells().size(); c++) {
                String text = clean(raw.cells().get(c), raw.number(), c);
                full |= !text.isEmpty();
                clean.add(text);
            }
            if (full) {
                return new RowSource.Row(raw.number(), clean);
            }
        }
        return null;
    }

    private List<String> fitted(RowSource.Row found) throws TableRefused {
        List<String> all = found.cells();
        for (int c = headings.size(); c < all.size(); c++) {
            if (!all.get(c).isEmpty()) {
                throw TableRefused.cell("wider", found.number(), c, "most", headings.size());
            }
        }
        List<String> fitted = new ArrayList<>(all.subList(0, Math.min(all.size(), headings.size())));
        while (fitted.size() < headings.size()) {
            fitted.add("");
        }
        return List.copyOf(fitted);
    }

    private String clean(String raw, int number, int column) throws TableRefused {
        if (raw.isEmpty()) {
            return raw;
        }
        if (raw.length() > limits.cell()) {
            throw TableRefused.cell("cell", number, column, "most", limits.cell());
        }
        boolean plain = true;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            plain &= c > ' ' && c < 0x7f;
            // Neither can be stored, nor shown: NUL, and half of a pair that stands for one character.
            if (c == 0
                    || Character.isLowSurrogate(c)
                    || (Character.isHighSurrogate(c)
                            && (++i == raw.length() || !Character.isLowSurrogate(raw.charAt(i))))) {
                throw TableRefused.cell("character", number, column);
            }
        }
        return plain
                ? raw
                : AROUND.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll("");
    }

    @Override
    public TableFormat format() {
        return format;
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public int row() {
        return row;
    }

    @Override
    public List<String> cells() {
        return cells;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
