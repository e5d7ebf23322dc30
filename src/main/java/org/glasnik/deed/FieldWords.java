package org.glasnik.deed;

import java.util.Locale;
import java.util.function.BiFunction;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;

/**
 * Says the values of one field in words, where deeds hold codes: a bean of the module that owns the field.
 *
 * @param words of a value; the value itself where it is unknown
 */
public record FieldWords(String field, BiFunction<String, Language, String> words) {
    /** The words are texts: their keys begin with the prefix and end with the value in lower case. */
    public static FieldWords ofTexts(String field, Texts texts, String prefix) {
        return new FieldWords(field, (value, language) -> {
            String key = prefix + value.toLowerCase(Locale.ROOT);
            return texts.has(key) ? texts.text(language, key) : value;
        });
    }
}
