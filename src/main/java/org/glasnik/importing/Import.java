package org.glasnik.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.glasnik.access.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way in, or in.
 *
 * @param person who brought it; null for a command
 * @param chosen column to what was chosen for it
 * @param fault message key of what hindered the last step, empty where nothing did
 * @param kept rows that an undoing could not take back
 * @param done rows that the present step has behind it
 */
record Import(
        ImportId id,
        String kind,
        String fileName,
        String format,
        @Nullable PersonId person,
        List<String> headings,
        Map<String, Choice> chosen,
        State state,
        boolean skipBad,
        String fault,
        Counts counts,
        int kept,
        int done,
        Instant createdAt,
        @Nullable Instant appliedAt,
        @Nullable Instant undoneAt) {
    enum State {
        MAPPING,
        JUDGING,
        JUDGED,
        APPLYING,
        APPLIED,
        UNDOING,
        UNDONE;

        String tag() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        boolean works() {
            return this == JUDGING || this == APPLYING || this == UNDOING;
        }
    }

    /**
     * Where a column comes from.
     *
     * @param heading number of the file's column from 0, or -1
     * @param value the same for all rows, or empty
     */
    record Choice(int heading, String value) {
        static final Choice NONE = new Choice(-1, "");

        boolean any() {
            return heading >= 0 || !value.isEmpty();
        }
    }

    record Counts(int total, int fresh, int changed, int same, int refused, int flagged) {
        int written() {
            return fresh + changed;
        }
    }

    Choice choice(String column) {
        return chosen.getOrDefault(column, Choice.NONE);
    }
}
