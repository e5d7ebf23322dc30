package org.glasnik.namematch;

import java.util.List;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.springframework.stereotype.Component;

/** Says why. */
@Component
class ReasonWords {
    private final Texts texts;

    ReasonWords(Texts texts) {
        this.texts = texts;
    }

    List<String> of(List<Reason> reasons, Language reader) {
        return reasons.stream().map(reason -> of(reason, reader)).toList();
    }

    private String of(Reason reason, Language reader) {
        String key = "namematch.reason." + reason.what().tag();
        if (reason.words().isEmpty()) {
            return texts.text(reader, key);
        }
        String word = reason.words().getFirst();
        return reason.what() == Reason.What.LETTERS
                ? texts.text(reader, key, "count", Integer.valueOf(word))
                : texts.text(reader, key, "word", word);
    }
}
