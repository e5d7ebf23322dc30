package org.glasnik.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.glasnik.search.Searching.Found;
import org.jspecify.annotations.Nullable;

/**
 * @param kind the only kind that was looked for, null for all
 * @param tooMany whether this machine has asked too often for now
 */
record SearchPage(Found found, @Nullable String kind, boolean tooMany) {
    String text() {
        return found.asked().text();
    }

    /** The page with more of one kind. */
    String more(SearchSource source) {
        return href(text()) + "&kind=" + source.kind();
    }

    static String href(String text) {
        return "/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
