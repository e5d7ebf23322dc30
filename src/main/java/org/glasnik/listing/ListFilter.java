package org.glasnik.listing;

import java.util.Map;

/**
 * One field of the form above a list.
 *
 * @param name as in the address
 * @param label its words, already in the reader's language
 * @param type of the input, where it is one
 * @param options value to words in the order shown; empty for a field of text
 */
public record ListFilter(String name, String label, String type, Map<String, String> options) {
    public static ListFilter text(String name, String label) {
        return new ListFilter(name, label, "search", Map.of());
    }

    /** A day as browsers write it: 2027-03-08. */
    public static ListFilter date(String name, String label) {
        return new ListFilter(name, label, "date", Map.of());
    }

    public static ListFilter choice(String name, String label, Map<String, String> options) {
        return new ListFilter(name, label, "", options);
    }
}
