package org.glasnik.spreadsheet;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the cells of a record, and knows how many there are where one of them fails. */
final class CsvCells extends CsvCallbackHandler<List<String>> {
    /**
     * The guard that keeps spreadsheets from taking a text for a formula (OWASP, "CSV Injection"): our own exports put one
     * apostrophe before these and before apostrophes that stand before these, so that exactly one is taken away again.
     */
    private static final Pattern GUARDED =
            Pattern.compile("^''*[=+\\-@\\t\\r\\n\\x00\\uff1d\\uff0b\\uff0d\\uff20]", Pattern.DOTALL);

    private final int most;
    private List<String> cells = new ArrayList<>();
    private int fields;

    /** @param most columns that are kept; a fuller row keeps one more, which is refused then */
    CsvCells(int most) {
        this.most = most;
    }

    @Override
    protected RecordType getRecordType() {
        return RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return fields;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        cells = new ArrayList<>();
        fields = 0;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        fields++;
        String text = length == 0 ? "" : new String(buffer, offset, length);
        if (cells.size() <= most) {
            cells.add(text.startsWith("'") && GUARDED.matcher(text).lookingAt() ? text.substring(1) : text);
        } else if (!text.isBlank()) {
            cells.set(most, text);
        }
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("Comments are not read");
    }

    @Override
    protected void setEmpty() {
        cells.add("");
        fields = 1;
    }

    @Override
    protected List<String> buildRecord() {
        return cells;
    }
}
