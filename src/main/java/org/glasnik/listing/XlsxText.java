package org.glasnik.listing;

import java.util.regex.Pattern;

/** Texts as cells of a workbook can hold them, nothing lost unseen. */
final class XlsxText {
    /** Excel's limit of a cell, in UTF-16 units. */
    static final int LONGEST = 32_767;

    /** Characters that XML has no words for, and what looks like the words for one (ISO/IEC 29500-1, ST_Xstring). */
    private static final Pattern UNWRITTEN = Pattern.compile(
            "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxText() {}

    static String of(String text) {
        String held = text.length() <= LONGEST ? text : cut(text);
        return UNWRITTEN
                .matcher(held)
                .replaceAll(m -> "_x%04X_".formatted((int) m.group().charAt(0)));
    }

    /** Ends in how many characters are missing: the whole text is in the CSV and JSON. */
    private static String cut(String text) {
        int kept = LONGEST - 20;
        if (Character.isHighSurrogate(text.charAt(kept - 1))) {
            kept--;
        }
        return text.substring(0, kept) + "… [+" + (text.length() - kept) + "]";
    }

    static boolean spaced(String text) {
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
    }
}
