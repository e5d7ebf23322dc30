package org.glasnik.listing;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list as {@code platform/_list.jte} draws it: how many rows there are and where its links lead.
 *
 * @param total rows that pass the filters
 */
public record ListPage(ListRequest request, int total) {
    /** A page beyond the last one is the last one. */
    public ListPage {
        request = request.within(total);
    }

    public ListShape shape() {
        return request.shape();
    }

    public boolean filtered() {
        return !request.filters().isEmpty();
    }

    public int from() {
        return total == 0 ? 0 : request.offset() + 1;
    }

    public int to() {
        return Math.min(total, request.offset() + ListRequest.SIZE);
    }

    public int pages() {
        return Math.max(1, (total + ListRequest.SIZE - 1) / ListRequest.SIZE);
    }

    public String pageHref(int page) {
        return request.href(shape().path(), request.sorted(), page);
    }

    /** Sorts by the column; once more, the other way round. */
    public String sortHref(String key) {
        boolean turn = key.equals(request.sort()) && !request.descending();
        return request.href(shape().path(), (turn ? "-" : "") + key, 1);
    }

    /** For {@code aria-sort}. */
    public @Nullable String sorted(String key) {
        return key.equals(request.sort()) ? request.descending() ? "descending" : "ascending" : null;
    }

    /** All rows that pass the filters, in the order shown. */
    public String exportHref(String format) {
        return request.href(shape().path() + "." + format, request.sorted(), 1);
    }

    /** The CSV without the guard against formulas. */
    public String rawHref() {
        String href = exportHref("csv");
        return href + (href.contains("?") ? "&" : "?") + "raw=1";
    }
}
