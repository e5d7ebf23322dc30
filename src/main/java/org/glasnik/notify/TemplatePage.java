package org.glasnik.notify;

import java.util.List;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/** One letter in one language, with invented values. */
record TemplatePage(
        String name,
        Language language,
        List<Language> languages,
        String subject,
        List<List<TextLine>> text,
        @Nullable String category) {}
