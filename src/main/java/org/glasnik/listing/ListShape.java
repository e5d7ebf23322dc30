package org.glasnik.listing;

import java.util.ArrayList;
import java.util.List;

/**
 * What a list offers in its address: columns, those of them that sort, and filters. Its words are
 * {@code <texts>.count} (argument {@code count}: "205 bodies"), {@code <texts>.column.<key>}, {@code <texts>.empty.title} and
 * {@code <texts>.empty.text}.
 *
 * @param path where the list is; {@code <path>.csv}, {@code .xlsx} and {@code .json} are its exports
 * @param texts prefix of its message keys
 * @param first the column by which it is sorted until someone chooses, with a minus for descending
 */
public record ListShape(String path, String texts, List<Column> columns, List<String> filters, String first) {
    /**
     * @param key in the address and the message key
     * @param number whether its figures stand to the right
     */
    public record Column(String key, boolean sorts, boolean number) {}

    public static ListShape at(String path, String texts) {
        return new ListShape(path, texts, List.of(), List.of(), "");
    }

    /** Adds columns that sort; the first added is the first order. */
    public ListShape sorting(String... keys) {
        return with(true, false, keys);
    }

    public ListShape sortingNumbers(String... keys) {
        return with(true, true, keys);
    }

    /** Adds columns that do not sort. */
    public ListShape showing(String... keys) {
        return with(false, false, keys);
    }

    public ListShape filtering(String... names) {
        return new ListShape(path, texts, columns, List.of(names), first);
    }

    /** The order until someone chooses: a sorting column's key, with a minus for descending. */
    public ListShape startingBy(String sort) {
        return new ListShape(path, texts, columns, filters, sort);
    }

    /** The same list of one object: {@code /bodies/{id}/people}. */
    public ListShape under(String otherPath) {
        return new ListShape(otherPath, texts, columns, filters, first);
    }

    boolean sortsBy(String key) {
        return columns.stream().anyMatch(c -> c.sorts() && c.key().equals(key));
    }

    private ListShape with(boolean sorts, boolean number, String... keys) {
        List<Column> all = new ArrayList<>(columns);
        for (String key : keys) {
            all.add(new Column(key, sorts, number));
        }
        return new ListShape(path, texts, List.copyOf(all), filters, first.isEmpty() && sorts ? keys[0] : first);
    }
}
