package org.glasnik.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** One kind of file that a list can be taken away as. Writes row by row: memory does not grow with the list. */
interface SheetFormat {
    String type();

    /** Leaves the stream open. */
    <R> void write(Sheet<R> sheet, Iterator<R> rows, OutputStream out) throws IOException;
}
