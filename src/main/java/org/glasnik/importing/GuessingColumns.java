package org.glasnik.importing;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.glasnik.language.LookAlikes;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Guesses which heading of a file is which column: as people chose the last time, else by its names in all languages. */
@Repository
class GuessingColumns {
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    GuessingColumns(JdbcClient jdbc, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    Map<String, Import.Choice> guess(ImportKind kind, List<String> headings) {
        Map<String, Integer> there = new HashMap<>();
        for (int i = headings.size() - 1; i >= 0; i--) {
            there.put(folded(headings.get(i)), i);
        }
        there.remove("");
        Map<String, String> remembered = remembered(kind);
        Map<String, Import.Choice> guessed = new LinkedHashMap<>();
        for (ImportColumn column : kind.columns()) {
            names(kind, column, remembered).stream()
                    .map(there::get)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .ifPresent(heading -> guessed.put(column.key(), new Import.Choice(heading, "")));
        }
        return guessed;
    }

    private Set<String> names(ImportKind kind, ImportColumn column, Map<String, String> remembered) {
        Set<String> names = new LinkedHashSet<>();
        remembered.forEach((heading, field) -> {
            if (field.equals(column.key())) {
                names.add(heading);
            }
        });
        names.add(folded(column.key()));
        for (Language language : Language.values()) {
            names.add(folded(texts.text(language, column.label())));
        }
        column.headings().forEach(heading -> names.add(folded(heading)));
        return names;
    }

    /** Heading to column, the latest first. */
    private Map<String, String> remembered(ImportKind kind) {
        Map<String, String> all = new LinkedHashMap<>();
        jdbc.sql("select field, heading from importing.remembered where kind = :kind order by at desc, field")
                .param("kind", kind.code())
                .query((row, n) -> all.putIfAbsent(row.getString("heading"), row.getString("field")))
                .list();
        return all;
    }

    void remember(Import about) {
        about.chosen().forEach((field, choice) -> {
            if (choice.heading() >= 0 && choice.heading() < about.headings().size()) {
                jdbc.sql("""
                                insert into importing.remembered (kind, field, heading, at)
                                values (:kind, :field, :heading, :now)
                                on conflict (kind, field, heading) do update set at = excluded.at""")
                        .param("kind", about.kind())
                        .param("field", field)
                        .param("heading", folded(about.headings().get(choice.heading())))
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
            }
        });
    }

    /** Letters and digits only: "Official name", "official-name" and "OFFICIAL_NAME" are one. */
    static String folded(String heading) {
        return LookAlikes.mended(Normalizer.normalize(heading, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
