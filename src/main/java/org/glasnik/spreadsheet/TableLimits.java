package org.glasnik.spreadsheet;

/**
 * How much of a table is read.
 *
 * @param bytes of the file; what it unpacks to may be ten times as much
 * @param rows without the headings and without empty ones
 * @param cell UTF-16 units, as spreadsheets count
 */
public record TableLimits(long bytes, int rows, int columns, int cell) {
    /** Excel's own limit of a cell; the others are what a screen can still show the fate of. */
    public static final TableLimits STANDARD = new TableLimits(100L << 20, 200_000, 200, 32_767);

    long unpacked() {
        return bytes * 10;
    }
}
