package org.glasnik.notify;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a letter's text on a page.
 *
 * @param href where the line leads, where it is one of our own addresses and nothing else
 */
record TextLine(String words, @Nullable String href) {
    /** Paragraphs of lines. */
    static List<List<TextLine>> of(String text, String base) {
        return Pattern.compile("\\n\\n")
                .splitAsStream(text.strip())
                .map(paragraph ->
                        paragraph.lines().map(line -> line(line, base)).toList())
                .toList();
    }

    private static TextLine line(String line, String base) {
        boolean ours = line.startsWith(base + "/") && line.indexOf(' ') < 0;
        return new TextLine(line, ours ? line : null);
    }
}
