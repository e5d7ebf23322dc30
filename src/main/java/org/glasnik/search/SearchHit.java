package org.glasnik.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing as a reader sees it among what was found.
 *
 * @param href its page
 * @param line what tells it from others of that name
 * @param others what it may have been found by as well: names in other languages and before, its code; the first of them that
 *     has a found word in it is shown where the name has none
 * @param state a word where it is not as usual ("abolished in 2020"), else null
 */
public record SearchHit(
        String href,
        Words name,
        List<Words> line,
        List<Words> others,
        @Nullable String state) {
    /** @param lang for {@code lang=}, null where the words are in the language of the page */
    public record Words(String text, @Nullable String lang) {}
}
