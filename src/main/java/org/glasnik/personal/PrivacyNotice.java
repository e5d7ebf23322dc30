package org.glasnik.personal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.glasnik.platform.Language;
import org.glasnik.platform.SerbianLatin;
import org.jspecify.annotations.Nullable;

/**
 * A privacy notice, published or a draft.
 *
 * @param number 1, 2, 3 … for each controller; null while it is a draft
 * @param texts of the languages that are written by hand; empty where there is none
 * @param version grows with each saving of the draft
 */
record PrivacyNotice(
        UUID id,
        @Nullable Integer number,
        Map<Language, String> texts,
        int version,
        @Nullable Instant publishedAt) {
    /** Written by hand, in the order of the form. */
    static final List<Language> WRITTEN = List.of(Language.UK, Language.SR, Language.RU, Language.EN);

    static Map<Language, String> texts(String uk, String sr, String ru, String en) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        texts.put(Language.UK, uk);
        texts.put(Language.SR, sr);
        texts.put(Language.RU, ru);
        texts.put(Language.EN, en);
        return texts;
    }

    /** What the record of actions says of a change. */
    record Written(String textUk, String textSr, String textRu, String textEn) {
        static Written of(Map<Language, String> texts) {
            return new Written(
                    texts.getOrDefault(Language.UK, ""),
                    texts.getOrDefault(Language.SR, ""),
                    texts.getOrDefault(Language.RU, ""),
                    texts.getOrDefault(Language.EN, ""));
        }
    }

    /** @param language in which the text is, which may be another than was wished */
    record Read(Language language, List<NoticePart> parts) {}

    String text(Language language) {
        return texts.getOrDefault(language.source(), "");
    }

    /** In the reader's language, else in the first of those offered in which there is a text, else in any. */
    Read read(Language wished, List<Language> offered) {
        Language found = java.util.stream.Stream.of(List.of(wished), offered, WRITTEN)
                .flatMap(List::stream)
                .filter(language -> !text(language).isBlank())
                .findFirst()
                .orElse(wished);
        String text = Objects.requireNonNull(text(found));
        return new Read(found, NoticePart.of(found == Language.SR_LATN ? SerbianLatin.of(text) : text));
    }
}
