package org.glasnik.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.springframework.stereotype.Component;

/**
 * What tables hold and what erasure does to them, in words. A table is {@code personal.table.<schema>.<table>}, the reason why a
 * column is kept {@code personal.kept.<schema>.<table>.<column>}; a test demands both wherever the classes ask for them.
 */
@Component
class TablesInWords {
    private final Texts texts;

    TablesInWords(Texts texts) {
        this.texts = texts;
    }

    /** @param fate what erasure does: {@code row} or {@code columns} */
    record Told(String name, String title, String fate, List<String> kept) {}

    String title(String table, Language language) {
        String key = "personal.table." + table;
        return texts.has(key)
                ? texts.text(language, key)
                : texts.text(language, "personal.table.other", "table", table);
    }

    List<Told> told(PersonTables tables, Language language) {
        List<Told> told = new ArrayList<>();
        for (PersonTable table : tables.own()) {
            told.add(new Told(
                    table.name(),
                    title(table.name(), language),
                    table.goes() ? "row" : table.blanked().isEmpty() ? "keep" : "columns",
                    table.kept().stream()
                            .map(c -> reason(c, language))
                            .distinct()
                            .toList()));
        }
        return told;
    }

    /** For the test: keys that the classes ask for and that no text answers. */
    List<String> lacking(PersonTables tables) {
        List<String> keys = tables.own().stream()
                .flatMap(table -> table.kept().stream().map(TablesInWords::reasonKey))
                .collect(Collectors.toCollection(ArrayList::new));
        tables.own().forEach(table -> keys.add("personal.table." + table.name()));
        tables.acted().keySet().forEach(table -> keys.add("personal.table." + table));
        return keys.stream().filter(key -> !texts.has(key)).distinct().sorted().toList();
    }

    private static String reasonKey(Column column) {
        return "personal.kept." + column.of() + "." + column.name();
    }

    private String reason(Column column, Language language) {
        String key = reasonKey(column);
        return texts.text(language, texts.has(key) ? key : "personal.kept.other");
    }
}
