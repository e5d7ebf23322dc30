package org.glasnik.spreadsheet;

import java.io.IOException;
import java.util.List;

/** A table that is read row by row: memory does not grow with the file. Not for several threads. */
public interface Table extends AutoCloseable {
    TableFormat format();

    /** The first row that is not empty. A blank one between others is ""; blank ones at the end are left out. */
    List<String> headings();

    /**
     * Goes on to the next row; empty rows are passed over.
     *
     * @return false at the end
     */
    boolean next() throws IOException, TableRefused;

    /** Number of the row as a spreadsheet shows it, from 1; in JSON the number of the object. */
    int row();

    /** As many as headings: NFC, without white space around. */
    List<String> cells();

    @Override
    void close() throws IOException;
}
