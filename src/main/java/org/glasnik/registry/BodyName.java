package org.glasnik.registry;

import org.glasnik.platform.Language;
import org.glasnik.platform.SerbianLatin;
import org.jspecify.annotations.Nullable;

/**
 * A body's name as one reader sees it.
 *
 * @param language of the text: where the body has no name in the reader's language, that of the next one in the order of
 *     {@code registry.name_tag}
 */
public record BodyName(String text, Language language) {
    /** For {@code <span lang>}: null where the text is in the language of the page around it. */
    public @Nullable String lang(Language page) {
        return language == page ? null : language.tag();
    }

    /** From the columns that {@code registry.name_tag} and {@code name_text} give; Serbian Latin is derived here. */
    public static BodyName of(String text, String tag, Language reader) {
        Language language = Language.ofTag(tag).orElseThrow();
        return language == Language.SR && reader == Language.SR_LATN
                ? new BodyName(SerbianLatin.of(text), Language.SR_LATN)
                : new BodyName(text, language);
    }

    @Override
    public String toString() {
        return text;
    }
}
