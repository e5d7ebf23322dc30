package org.glasnik.personal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One column of ours and what it holds about people, as its comment in the database says (decision 0005).
 *
 * @param type the name of its type: text, uuid, bytea, …
 * @param generated whether the database works it out from other columns
 * @param said its comment
 */
record Column(
        String schema,
        String table,
        String name,
        String type,
        boolean nullable,
        boolean generated,
        @Nullable String said) {
    private static final String MARK = "data: ";

    /** What it holds. */
    enum Holds {
        /** Nothing about anyone: numbers, times, ids of things. */
        TECHNICAL,
        /** What the public may read. */
        OPEN,
        /** Whose row it is. */
        PERSON,
        /** Who did something: an id that stays and under which, after an erasure, stands no name. */
        ACTOR,
        /** Something about the person whose row it is. */
        PERSONAL,
        /** What opens something: neither shown nor exported. */
        SECRET
    }

    /** What erasure does. */
    enum Erase {
        NOTHING,
        ROW,
        COLUMNS,
        KEEP,
        BLANK,
        NULL,
        RANDOM,
        NOW
    }

    Optional<Holds> holds() {
        return said == null || !said.startsWith(MARK) ? Optional.empty() : read(Holds.class, words()[0]);
    }

    boolean is(Holds what) {
        return holds().filter(what::equals).isPresent();
    }

    /** Empty where the comment asks for something that does not exist. */
    Optional<Erase> erase() {
        String asked = options().get("erase");
        return asked == null ? Optional.of(Erase.NOTHING) : read(Erase.class, asked);
    }

    boolean erases(Erase how) {
        return erase().filter(how::equals).isPresent();
    }

    /** By this key a row belongs to a person too where its person column is empty: {@code by=mail}. */
    @Nullable
    String foundBy() {
        return options().get("by");
    }

    /** Whether a person's key stands here: {@code key=mail}. */
    @Nullable
    String key() {
        return options().get("key");
    }

    /** Why it is kept, empty where the comment does not say. */
    String reason() {
        return String.join(
                " ", Arrays.stream(words()).skip(1).filter(w -> !option(w)).toList());
    }

    String of() {
        return schema + "." + table;
    }

    String quoted() {
        return quoted(name);
    }

    String quotedTable() {
        return quoted(schema) + "." + quoted(table);
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        for (String word : words()) {
            if (option(word)) {
                options.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            }
        }
        return options;
    }

    private static boolean option(String word) {
        return word.matches("(erase|by|key)=.*");
    }

    private String[] words() {
        return said == null || !said.startsWith(MARK)
                ? new String[] {""}
                : said.substring(MARK.length()).strip().split("\\s+");
    }

    private static <E extends Enum<E>> Optional<E> read(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
