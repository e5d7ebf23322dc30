package org.glasnik.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.language.LookAlikes;
import org.glasnik.platform.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A row with its fate.
 *
 * @param number of the row
 * @param object what it makes or changes; null where it is refused
 * @param label the name by which a person knows the row again
 * @param about the person whose data the row holds, if any
 * @param before what was there, as JSON that only the kind reads; null where nothing was
 * @param after what will be there; null where nothing changes
 */
public record Judged(
        int number,
        Fate fate,
        @Nullable UUID object,
        String label,
        @Nullable About about,
        List<Difference> differences,
        List<Reason> reasons,
        List<Flag> flags,
        @Nullable String before,
        @Nullable String after) {
    /** @param id null for somebody who has no account yet */
    public record About(@Nullable UUID id, String mail) {}

    /**
     * @param field message key of its name
     * @param from empty where nothing was
     * @param words prefix of the message keys that say the two, where they are codes; else empty
     */
    public record Difference(String field, String from, String to, String words) {
        public Difference(String field, String from, String to) {
            this(field, from, to, "");
        }

        /** Message key of {@link #from}; empty where it is said as it is. */
        String fromKey() {
            return words.isEmpty() || from.isEmpty() ? "" : words + from;
        }

        String toKey() {
            return words.isEmpty() || to.isEmpty() ? "" : words + to;
        }
    }

    /**
     * Why a row is refused, in the words of the form for the same thing.
     *
     * @param field message key of the column's name, empty where no column is to blame
     * @param key message key
     * @param arguments of the message
     */
    public record Reason(String field, String key, Map<String, Object> arguments) {
        /** @param fields field to message key of its name */
        public static List<Reason> of(FormErrors errors, Map<String, String> fields) {
            return errors.all().stream()
                    .map(e -> new Reason(fields.getOrDefault(e.field(), ""), e.key(), pairs(e.named())))
                    .toList();
        }

        private static Map<String, Object> pairs(List<Object> named) {
            Map<String, Object> pairs = new java.util.LinkedHashMap<>();
            for (int i = 0; i + 1 < named.size(); i += 2) {
                pairs.put(named.get(i).toString(), named.get(i + 1));
            }
            return pairs;
        }
    }

    /**
     * Something odd that does not hinder: a word that mixes scripts.
     *
     * @param letters the letters of the other script
     * @param mended how the word would read in one script, empty where that is unclear
     */
    public record Flag(String word, String letters, String mended) {
        /** Of each word in some texts that mixes scripts. */
        public static List<Flag> of(Stream<String> texts) {
            return texts.flatMap(text -> LookAlikes.mixed(text).stream())
                    .map(word -> new Flag(
                            word.word(),
                            word.foreign().stream()
                                    .map(f -> "" + f.letter())
                                    .distinct()
                                    .collect(Collectors.joining(", ")),
                            Objects.requireNonNullElse(word.mended(), "–")))
                    .distinct()
                    .toList();
        }
    }

    /** The same row, with the person whose data it holds. */
    public Judged concerning(@Nullable About whom) {
        return new Judged(number, fate, object, label, whom, differences, reasons, flags, before, after);
    }

    public static Judged refused(int number, String label, List<Reason> reasons, List<Flag> flags) {
        return new Judged(number, Fate.REFUSED, null, label, null, List.of(), reasons, flags, null, null);
    }
}
