package org.glasnik.listing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * What of a list is asked for, read from the address. Whatever the list does not offer is passed over: an address from a
 * letter of last year still opens.
 *
 * @param filters only those that the list offers and that are not empty
 * @param sort key of a column that sorts
 * @param page from 1
 */
public record ListRequest(ListShape shape, Map<String, String> filters, String sort, boolean descending, int page) {
    /** Rows a page. */
    public static final int SIZE = 50;

    private static final int LONGEST_FILTER = 200;

    public static ListRequest of(ListShape shape, HttpServletRequest request) {
        Map<String, String> filters = new LinkedHashMap<>();
        for (String name : shape.filters()) {
            String value = clean(request.getParameter(name));
            if (!value.isEmpty()) {
                filters.put(name, value);
            }
        }
        String sort = Objects.requireNonNullElse(request.getParameter("sort"), "");
        if (!shape.sortsBy(key(sort))) {
            sort = shape.first();
        }
        return new ListRequest(
                shape,
                Map.copyOf(filters),
                key(sort),
                sort.startsWith("-"),
                page(Objects.requireNonNullElse(request.getParameter("page"), "")));
    }

    /** The filter's value, empty where it is not set. */
    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    /**
     * What stands after ORDER BY. Nothing of it comes from the address: the key chooses among the repository's expressions.
     *
     * @param expressions SQL of each column that sorts
     * @param tie unique, so that no row stands on two pages
     */
    public String orderBy(Map<String, String> expressions, String tie) {
        String expression = expressions.get(sort);
        if (expression == null) {
            throw new IllegalArgumentException("No SQL to sort " + shape.path() + " by " + sort);
        }
        return expression + (descending ? " desc" : " asc") + " nulls last, " + tie;
    }

    public int offset() {
        return (page - 1) * SIZE;
    }

    /** The same with a page that exists. */
    public ListRequest within(int total) {
        int last = Math.max(1, (total + SIZE - 1) / SIZE);
        return page <= last ? this : new ListRequest(shape, filters, sort, descending, last);
    }

    /** The sort as it stands in an address. */
    public String sorted() {
        return (descending ? "-" : "") + sort;
    }

    /** The address of this list with another order or page; what is as at first is left out. */
    String href(String path, String sorted, int toPage) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (String name : shape.filters()) {
            if (filters.containsKey(name)) {
                query.add(name + "=" + URLEncoder.encode(filter(name), StandardCharsets.UTF_8));
            }
        }
        if (!sorted.equals(shape.first())) {
            query.add("sort=" + sorted);
        }
        if (toPage > 1) {
            query.add("page=" + toPage);
        }
        return path + query;
    }

    private static String key(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private static int page(String posted) {
        return posted.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(posted) : 1;
    }

    /** PostgreSQL refuses NUL in text, and nobody looks for control characters. */
    private static String clean(@org.jspecify.annotations.Nullable String posted) {
        if (posted == null) {
            return "";
        }
        String text = Normalizer.normalize(posted.replaceAll("\\p{Cc}", " "), Normalizer.Form.NFC)
                .strip();
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST_FILTER ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_FILTER));
    }
}
