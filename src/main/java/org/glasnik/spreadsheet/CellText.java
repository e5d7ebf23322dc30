package org.glasnik.spreadsheet;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a cell or a shared text, put together from its runs; what is written above Asian letters is left out. */
final class CellText {
    /** Characters that XML has no words for (ISO/IEC 29500-1, ST_Xstring). */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private boolean inText;
    private int above;

    CellText(int longest) {
        this.longest = longest;
    }

    void clear() {
        text.setLength(0);
        inText = false;
        above = 0;
    }

    void take(XmlPart xml, Supplier<TableRefused> longer) throws TableRefused {
        if (xml.isText()) {
            if (inText && above == 0) {
                // Seven characters may stand for one.
                xml.textTo(text, longest * 7, longer);
            }
        } else if (xml.starts("rPh")) {
            above++;
        } else if (xml.ends("rPh")) {
            above--;
        } else if (xml.starts("t")) {
            inText = true;
        } else if (xml.ends("t")) {
            inText = false;
        }
    }

    /** Unescaped. */
    @Override
    public String toString() {
        return unescaped(text.toString());
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }
}
