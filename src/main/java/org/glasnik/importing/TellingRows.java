package org.glasnik.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.springframework.stereotype.Component;

/** A row's fate in one line of words, for files and for the command. */
@Component
class TellingRows {
    private final Texts texts;

    TellingRows(Texts texts) {
        this.texts = texts;
    }

    String fate(ImportRows.Told row, Language reader) {
        return row.fate() == null
                ? ""
                : texts.text(reader, "importing.fate." + row.fate().tag());
    }

    String words(ImportRows.Verdict verdict, Language reader) {
        List<String> parts = new ArrayList<>();
        verdict.reasons().forEach(reason -> parts.add(reason(reason, reader)));
        verdict.differences()
                .forEach(d -> parts.add(texts.text(reader, d.field()) + ": " + said(d.fromKey(), d.from(), reader)
                        + " → " + said(d.toKey(), d.to(), reader)));
        verdict.flags()
                .forEach(f -> parts.add(texts.text(
                        reader, "importing.flag", "word", f.word(), "letters", f.letters(), "mended", f.mended())));
        return String.join("; ", parts);
    }

    private String said(String key, String value, Language reader) {
        return key.isEmpty() ? value : texts.text(reader, key);
    }

    private String reason(Judged.Reason reason, Language reader) {
        String words = texts.text(reader, reason.key(), named(reason.arguments()));
        return reason.field().isEmpty() ? words : texts.text(reader, reason.field()) + ": " + words;
    }

    static Object[] named(Map<String, Object> arguments) {
        return arguments.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                .toArray();
    }
}
