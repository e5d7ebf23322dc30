package org.glasnik.personal;

import java.util.Map;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/** The texts of a notice as they come from the browser. */
record NoticeForm(
        @Nullable String uk,
        @Nullable String sr,
        @Nullable String ru,
        @Nullable String en,
        @Nullable String version) {
    /** Long enough for a notice of twenty pages. */
    private static final int LONGEST = 60_000;

    static NoticeForm of(Map<Language, String> texts, int version) {
        return new NoticeForm(
                texts.get(Language.UK),
                texts.get(Language.SR),
                texts.get(Language.RU),
                texts.get(Language.EN),
                String.valueOf(version));
    }

    String text(Language language) {
        return FormErrors.shown(
                switch (language.source()) {
                    case UK -> uk;
                    case SR, SR_LATN -> sr;
                    case RU -> ru;
                    case EN -> en;
                });
    }

    Map<Language, String> read(FormErrors errors) {
        Map<Language, String> texts = PrivacyNotice.texts(
                one("uk", uk, errors), one("sr", sr, errors), one("ru", ru, errors), one("en", en, errors));
        if (!errors.any() && texts.values().stream().allMatch(String::isEmpty)) {
            errors.add("uk", "personal.notices.empty");
        }
        return texts;
    }

    private static String one(String field, @Nullable String posted, FormErrors errors) {
        String text = ControllershipForm.lines(posted);
        return text.isBlank() ? "" : errors.text(field, text, LONGEST);
    }
}
