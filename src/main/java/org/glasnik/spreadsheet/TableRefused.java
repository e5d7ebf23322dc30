package org.glasnik.spreadsheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table that is not read, with the words that say where it fails and how to repair it. */
public final class TableRefused extends Exception {
    private static final int LONGEST_HEADING = 60;

    private final String what;
    private final Map<String, Object> extra;
    private final int row;
    private final int column;
    private final String heading;

    private TableRefused(String what, Map<String, Object> extra, int row, int column, String heading) {
        super(what, null, false, false);
        this.what = what;
        this.extra = extra;
        this.row = row;
        this.column = column;
        this.heading = heading;
    }

    static TableRefused file(String what) {
        return new TableRefused(what, Map.of(), 0, 0, "");
    }

    static TableRefused file(String what, String argument, Object value) {
        return new TableRefused(what, Map.of(argument, value), 0, 0, "");
    }

    /** @param column from 0 */
    static TableRefused cell(String what, int row, int column) {
        return new TableRefused(what, Map.of(), row, column + 1, "");
    }

    /** @param column from 0 */
    static TableRefused cell(String what, int row, int column, String argument, Object value) {
        return new TableRefused(what, Map.of(argument, value), row, column + 1, "");
    }

    /** A row of which no cell is to blame. */
    static TableRefused row(String what, int row) {
        return new TableRefused(what, Map.of(), row, 0, "");
    }

    TableRefused with(String argument, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extra);
        more.put(argument, value);
        return new TableRefused(what, more, row, column, heading);
    }

    /** With the heading of its column, where it has one. */
    TableRefused under(List<String> headings) {
        return column == 0 || column > headings.size() || !heading.isEmpty()
                ? this
                : new TableRefused(what, extra, row, column, headings.get(column - 1));
    }

    /** Message key: {@code spreadsheet.refused.<what>}. */
    public String key() {
        return "spreadsheet.refused." + what;
    }

    /** For the message: {@code row}, {@code column} (as "C (Name)") and what else it says. */
    public Map<String, Object> arguments() {
        Map<String, Object> all = new LinkedHashMap<>(extra);
        if (row > 0) {
            all.put("row", row);
        }
        if (column > 0) {
            all.put("column", label());
        }
        return all;
    }

    /** The same as names and values in turn. */
    public Object[] named() {
        return arguments().entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                .toArray();
    }

    /** From 1; 0 where no row is to blame. */
    public int row() {
        return row;
    }

    /** From 1; 0 where no column is to blame. */
    public int column() {
        return column;
    }

    private String label() {
        if (heading.isEmpty()) {
            return letters(column);
        }
        int length = heading.codePointCount(0, heading.length());
        String shown = length <= LONGEST_HEADING
                ? heading
                : heading.substring(0, heading.offsetByCodePoints(0, LONGEST_HEADING)) + "…";
        return letters(column) + " (" + shown + ")";
    }

    /** As spreadsheets name columns: 1 is A, 27 is AA. */
    static String letters(int column) {
        StringBuilder name = new StringBuilder();
        for (int n = column; n > 0; n = (n - 1) / 26) {
            name.insert(0, (char) ('A' + (n - 1) % 26));
        }
        return name.toString();
    }

    @Override
    public String getMessage() {
        return key() + " " + arguments();
    }
}
