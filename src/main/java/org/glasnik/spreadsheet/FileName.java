package org.glasnik.spreadsheet;

import org.jspecify.annotations.Nullable;

/** The name of a file that somebody has sent, as people see it. */
public final class FileName {
    /** Characters of it that are kept: the last, which tell more than the first. */
    public static final int LONGEST = 120;

    private FileName() {}

    /** Without folders, signs that turn it round, or what a table cannot hold. */
    public static String shown(@Nullable String sent) {
        String name = String.valueOf(sent)
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{C}", "")
                .strip();
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST ? name : name.substring(name.offsetByCodePoints(0, length - LONGEST));
    }
}
