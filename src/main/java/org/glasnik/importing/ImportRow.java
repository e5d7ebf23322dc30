package org.glasnik.importing;

import java.util.Map;

/**
 * A row as its kind understands it.
 *
 * @param number as a spreadsheet shows it, from 1
 * @param refused whether it was refused the last time
 * @param cells key of a column to what stands there; empty cells are left out: they change nothing
 */
public record ImportRow(int number, boolean refused, Map<String, String> cells) {
    /** Empty where the file says nothing. */
    public String cell(String key) {
        return cells.getOrDefault(key, "");
    }
}
