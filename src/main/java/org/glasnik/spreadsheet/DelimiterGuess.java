package org.glasnik.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the cells of a CSV: said in its first line, or the sign that divides the rows into equally many cells.
 *
 * @param skipped characters of a line {@code sep=;}, which is no row
 */
record DelimiterGuess(char delimiter, int skipped) {
    /** Characters that are looked at. */
    static final int SAMPLE = 1 << 16;

    private static final Pattern SAID = Pattern.compile("^\"?(?i:sep)=(.)\"?(\\r\\n|\\r|\\n|$)", Pattern.DOTALL);
    private static final String CANDIDATES = "\t;|,";

    /** A sign of which no table has any, for one column of texts that may hold all the others. */
    private static final char NONE = '\u001f';

    private static final int ROWS = 200;
    private static final double CONSISTENT = 0.8;

    /** @param whole whether the sample is the whole file: otherwise its last line may be cut */
    static DelimiterGuess of(String sample, boolean whole) {
        Matcher said = SAID.matcher(sample);
        if (said.find()) {
            return new DelimiterGuess(said.group(1).charAt(0), said.end());
        }
        char best = 0;
        double most = 0;
        for (char candidate : CANDIDATES.toCharArray()) {
            double score = score(rows(sample, candidate, whole), sample, candidate);
            if (score > most + 1e-9) {
                best = candidate;
                most = score;
            }
        }
        return new DelimiterGuess(best != 0 ? best : single(sample), 0);
    }

    private static char single(String sample) {
        for (char candidate : CANDIDATES.toCharArray()) {
            if (sample.indexOf(candidate) < 0) {
                return candidate;
            }
        }
        return NONE;
    }

    /** The share of rows as wide as the headings, or, below a title, as wide as most. */
    private static double score(List<Integer> widths, String sample, char candidate) {
        if (widths.isEmpty()) {
            return 0;
        }
        int first = widths.getFirst();
        double prose = prose(sample, candidate) ? 0.5 : 1;
        if (first > 1) {
            long equal = widths.stream().filter(w -> w == first).count();
            return prose * (1 + (double) equal / widths.size());
        }
        int usual = widths.stream()
                .skip(1)
                .sorted()
                .skip((widths.size() - 1) / 2)
                .findFirst()
                .orElse(1);
        long equal = widths.stream().filter(w -> w == usual).count();
        double share = (double) equal / widths.size();
        return usual > 1 && prose == 1 && widths.size() > 2 && share > CONSISTENT * (widths.size() - 1) / widths.size()
                ? share / 2
                : 0;
    }

    /** In sentences a space follows the sign. */
    private static boolean prose(String sample, char candidate) {
        long all = 0;
        long spaced = 0;
        for (int i = sample.indexOf(candidate); i >= 0; i = sample.indexOf(candidate, i + 1)) {
            all++;
            spaced += i + 1 < sample.length() && sample.charAt(i + 1) == ' ' ? 1 : 0;
        }
        return spaced * 2 > all;
    }

    /** The number of cells of each row that is not empty. */
    private static List<Integer> rows(String sample, char delimiter, boolean whole) {
        List<Integer> widths = new ArrayList<>();
        int width = 1;
        boolean quoted = false;
        boolean start = true;
        boolean full = false;
        for (int i = 0; i < sample.length() && widths.size() < ROWS; i++) {
            char c = sample.charAt(i);
            if (quoted) {
                quoted = c != '"';
            } else if (c == '"' && (start || (i > 0 && sample.charAt(i - 1) == '"'))) {
                quoted = true;
                full = true;
            } else if (c == delimiter) {
                width++;
                start = true;
                continue;
            } else if (c == '\r' || c == '\n') {
                if (full || width > 1) {
                    widths.add(width);
                }
                width = 1;
                full = false;
                start = true;
                continue;
            } else {
                full |= c > ' ';
            }
            start = false;
        }
        if (whole && widths.size() < ROWS && (full || width > 1)) {
            widths.add(width);
        }
        return widths;
    }
}
