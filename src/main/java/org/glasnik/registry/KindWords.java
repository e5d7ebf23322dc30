package org.glasnik.registry;

import com.ibm.icu.text.Collator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.springframework.stereotype.Component;

/** The words for kinds of bodies in a language, in the order of its alphabet. */
@Component
class KindWords {
    private final Texts texts;

    KindWords(Texts texts) {
        this.texts = texts;
    }

    /** Tag to words. */
    Map<String, String> in(Language language) {
        Collator order = Collator.getInstance(language.locale());
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(BodyKind.values())
                .sorted((a, b) -> order.compare(word(language, a), word(language, b)))
                .forEach(kind -> words.put(kind.tag(), word(language, kind)));
        return words;
    }

    String word(Language language, BodyKind kind) {
        return texts.text(language, "registry.kind." + kind.tag());
    }
}
