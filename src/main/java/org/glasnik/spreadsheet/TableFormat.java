package org.glasnik.spreadsheet;

import java.util.List;

/**
 * What a file turned out to be, so that a person sees how it was read.
 *
 * @param charset by its IANA name; empty for XLSX
 * @param delimiter of CSV; NUL where there is none
 * @param sheet the one that was read; empty where there are none
 * @param otherSheets visible ones that were not read
 */
public record TableFormat(Kind kind, String charset, char delimiter, String sheet, List<String> otherSheets) {
    public enum Kind {
        CSV,
        XLSX,
        JSON
    }

    static TableFormat csv(String charset, char delimiter) {
        return new TableFormat(Kind.CSV, charset, delimiter, "", List.of());
    }

    static TableFormat xlsx(String sheet, List<String> otherSheets) {
        return new TableFormat(Kind.XLSX, "", '\0', sheet, otherSheets);
    }

    static TableFormat json(String charset) {
        return new TableFormat(Kind.JSON, charset, '\0', "", List.of());
    }
}
