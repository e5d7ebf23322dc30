package org.glasnik.personal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.springframework.stereotype.Component;

/**
 * The notice to begin with: what is true of every installation, read from the columns' classes, with square brackets where
 * only the controller knows.
 */
@Component
class TemplateNotice {
    private static final List<String> AFTER = List.of("why", "who", "long", "rights", "cookies", "complaint");

    private final Texts texts;
    private final PersonalRows rows;
    private final TablesInWords words;

    TemplateNotice(Texts texts, PersonalRows rows, TablesInWords words) {
        this.texts = texts;
        this.rows = rows;
        this.words = words;
    }

    Map<Language, String> texts() {
        PersonTables tables = rows.tables();
        Map<Language, String> all = new EnumMap<>(Language.class);
        PrivacyNotice.WRITTEN.forEach(language -> all.put(language, text(tables, language)));
        return all;
    }

    private String text(PersonTables tables, Language language) {
        StringJoiner text = new StringJoiner("\n\n");
        section(text, "controller", language);
        StringJoiner held = new StringJoiner("\n");
        words.told(tables, language).forEach(table -> held.add("- " + table.title()));
        section(text, "what", language);
        text.add(held.toString());
        AFTER.forEach(part -> section(text, part, language));
        return text.toString();
    }

    private void section(StringJoiner text, String part, Language language) {
        text.add("## " + texts.text(language, "personal.template." + part + ".title"));
        text.add(texts.text(language, "personal.template." + part + ".text"));
    }
}
