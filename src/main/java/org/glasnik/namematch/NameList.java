package org.glasnik.namematch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A list of names that someone brought.
 *
 * @param title name of the file; empty where it was pasted
 * @param headings of the file's columns; empty where it was pasted
 * @param counts lines of each fate
 */
record NameList(
        NameListId id,
        String title,
        List<String> headings,
        int nameColumn,
        List<Integer> contextColumns,
        Instant createdAt,
        Map<Fate, Integer> counts) {
    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(Fate fate) {
        return counts.getOrDefault(fate, 0);
    }

    /** Lines that wait for a person. */
    int open() {
        return total() - count(Fate.EXACT) - count(Fate.DECIDED);
    }

    NameLine line(List<String> cells) {
        return new NameLine(
                cell(cells, nameColumn),
                contextColumns.stream().map(c -> cell(cells, c)).toList());
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
