package org.glasnik.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an export.
 *
 * @param name of the file, without the date and the ending: {@code bodies}
 */
public record Sheet<R>(String name, List<Column<R>> columns) {
    /**
     * @param key field in JSON
     * @param heading in the reader's language, first row of CSV and XLSX
     * @param value a String, a Number, a Boolean, a LocalDate, an Instant, or null for an empty cell
     */
    public record Column<R>(String key, String heading, Function<R, @Nullable Object> value) {}

    public static <R> Sheet<R> of(String name) {
        return new Sheet<>(name, List.of());
    }

    public Sheet<R> with(String key, String heading, Function<R, @Nullable Object> value) {
        List<Column<R>> all = new ArrayList<>(columns);
        all.add(new Column<>(key, heading, value));
        return new Sheet<>(name, List.copyOf(all));
    }
}
