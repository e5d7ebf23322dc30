package org.glasnik.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word in which Latin and Cyrillic letters stand side by side.
 *
 * @param word as it stands in the text
 * @param at where it begins in the text, in chars
 * @param mended the word in one script; null where one of the letters looks like no letter of the other script
 * @param foreign the letters that are not of the word's script, in their order
 */
public record MixedWord(String word, int at, @Nullable String mended, List<Foreign> foreign) {
    /**
     * @param at where it stands in the text, in chars
     * @param name the Unicode name, such as {@code LATIN SMALL LETTER I}
     */
    public record Foreign(int at, char letter, String name) {}
}
