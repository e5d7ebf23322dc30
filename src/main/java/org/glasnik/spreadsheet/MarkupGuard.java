package org.glasnik.spreadsheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Looks at XML before its parser does: a document type is refused, and so is a tag, comment or text so long that the parser
 * would fill the memory with it before anyone could say no.
 */
final class MarkupGuard extends FilterReader {
    /** Characters between two signs of markup: a cell holds 32,767, each written in ten characters at most. */
    private static final int LONGEST = 1 << 20;

    private enum Place {
        TEXT,
        OPENED,
        BANG,
        TAG,
        COMMENT,
        CDATA
    }

    private Place place = Place.TEXT;
    private int length;
    private int matched;

    MarkupGuard(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
        int n = super.read(buffer, offset, most);
        for (int i = offset; i < offset + n; i++) {
            look(buffer[i]);
        }
        return n;
    }

    private void look(char c) throws IOException {
        if (++length > LONGEST) {
            throw new RefusedWhileReading(TableRefused.file("damaged"));
        }
        switch (place) {
            case TEXT -> {
                if (c == '<') {
                    go(Place.OPENED);
                }
            }
            case OPENED -> {
                place = c == '!' ? Place.BANG : Place.TAG;
            }
            case BANG -> {
                if (c != '-' && c != '[') {
                    throw new RefusedWhileReading(TableRefused.file("doctype"));
                }
                place = c == '-' ? Place.COMMENT : Place.CDATA;
                matched = 0;
            }
            case TAG -> {
                // An angle bracket inside an attribute ends it here too early, which only makes the count start anew.
                if (c == '>') {
                    go(Place.TEXT);
                }
            }
            case COMMENT -> closing(c, '-');
            case CDATA -> closing(c, ']');
        }
    }

    private void closing(char c, char sign) {
        if (c == '>' && matched >= 2) {
            go(Place.TEXT);
        } else {
            matched = c == sign ? matched + 1 : 0;
        }
    }

    private void go(Place to) {
        place = to;
        length = 0;
    }
}
