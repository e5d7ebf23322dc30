package org.glasnik.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as a file holds them, the headings among them, in order. */
interface RowSource extends Closeable {
    /**
     * @param number as a spreadsheet shows it
     * @param cells as they stand; fewer or more than there are headings
     */
    record Row(int number, List<String> cells) {}

    /** Null at the end. */
    @Nullable
    Row next() throws IOException, TableRefused;
}
