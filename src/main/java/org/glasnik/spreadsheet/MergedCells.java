package org.glasnik.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ranges of cells that are shown as one: what the others of a range still hold is not seen, and so not read. */
final class MergedCells {
    /** From 0, ends included. */
    record Range(int top, int left, int bottom, int right) {}

    private static final Pattern REFERENCE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");
    private static final int MOST = 500_000;

    private final List<Range> ranges;
    private final int[] coveredUntil;
    private final int[] shownAt;
    private int applied;

    private MergedCells(List<Range> ranges, int columns) {
        this.ranges = ranges;
        this.coveredUntil = new int[columns];
        this.shownAt = new int[columns];
        java.util.Arrays.fill(coveredUntil, -1);
        java.util.Arrays.fill(shownAt, -1);
    }

    /** They stand behind all cells of a sheet, which is why it is read twice. */
    static MergedCells of(Archive archive, String sheetPart, int columns) throws IOException, TableRefused {
        List<Range> ranges = new ArrayList<>();
        try (XmlPart xml = archive.xml(sheetPart)) {
            while (xml.next()) {
                if (xml.starts("mergeCell")) {
                    Range range = range(String.valueOf(xml.attribute("ref")));
                    if (range == null || ranges.size() == MOST) {
                        throw TableRefused.file("damaged");
                    }
                    ranges.add(range);
                }
            }
        }
        ranges.sort(Comparator.comparingInt(Range::top));
        return new MergedCells(ranges, columns);
    }

    private static @Nullable Range range(String reference) {
        Matcher m = REFERENCE.matcher(reference);
        return m.matches()
                ? new Range(
                        Integer.parseInt(m.group(2)) - 1,
                        column(m.group(1)),
                        Integer.parseInt(m.group(4)) - 1,
                        column(m.group(3)))
                : null;
    }

    /** From 0. */
    static int column(CharSequence letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    /** The first range that touches a row, or null. */
    @Nullable
    Range touching(int row) {
        return ranges.stream()
                .filter(r -> r.top <= row && row <= r.bottom)
                .min(Comparator.comparingInt(Range::left))
                .orElse(null);
    }

    /** Whether a cell lies under another of its range. Rows are asked for in order. */
    boolean covers(int row, int column) {
        for (; applied < ranges.size() && ranges.get(applied).top <= row; applied++) {
            Range range = ranges.get(applied);
            for (int c = range.left; c <= range.right && c < coveredUntil.length; c++) {
                coveredUntil[c] = Math.max(coveredUntil[c], range.bottom);
            }
            if (range.left < shownAt.length) {
                shownAt[range.left] = range.top;
            }
        }
        return column < coveredUntil.length && coveredUntil[column] >= row && shownAt[column] != row;
    }

    String name(Range range) {
        return TableRefused.letters(range.left + 1) + (range.top + 1) + ":" + TableRefused.letters(range.right + 1)
                + (range.bottom + 1);
    }
}
