package org.glasnik.importing;

import java.util.List;
import java.util.Map;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/** Something that can be imported: a module that owns it says how. Its words are {@code importing.kind.<code>}. */
public interface ImportKind {
    /** In addresses, in {@code ./glasnik import <code> FILE}, in the message keys. */
    String code();

    /** In the order in which they are offered. */
    List<ImportColumn> columns();

    /** Values among which one is chosen where a column is the same for all rows, value to words; empty: it is written. */
    default Map<String, String> choices(String column, Viewer viewer, Language reader) {
        return Map.of();
    }

    /**
     * Begins on one file, in one transaction that takes what locks the kind needs.
     *
     * @param viewer in whose name, with the rights of today
     */
    Judging begin(Viewer viewer, Language reader);

    /** The work on one file. Rows come in the order of the file, at most {@link #CHUNK} at a time. */
    interface Judging {
        /**
         * Sees every row before the first is judged: rows of one file speak of each other.
         *
         * @param refused whether the row was refused the last time: no other may rest on it
         */
        void read(ImportRow row, boolean refused);

        /** False where rows have been taken that rest on refused ones: then all are judged once more. */
        default boolean settled() {
            return true;
        }

        List<Judged> judge(List<ImportRow> rows);

        /** Writes what was judged fresh or changed, with its deeds, before the next rows are judged. */
        void write(List<Judged> rows);
    }

    /**
     * Takes back what an import has written, the last row first, with its deeds. Rows that stay are offered once more when
     * others have gone.
     *
     * @return numbers of rows that stay as they are, since someone has changed the thing since or refers to it
     */
    List<Integer> undo(Viewer viewer, List<Written> rows);

    /** What an import has written in one row, as {@link Judged} had it. */
    record Written(
            int number,
            Fate fate,
            java.util.UUID object,
            @Nullable String before,
            String after) {}

    /** Rows at a time. */
    int CHUNK = 500;

    /** The body under which the deed of the whole import is read; null for the operator's eyes only. */
    default @Nullable BodyId readers(Viewer viewer) {
        return viewer.organises().stream().findFirst().orElse(null);
    }
}
