package org.glasnik.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.glasnik.language.Fold;
import org.glasnik.language.LookAlikes;
import org.glasnik.search.SearchDocument.Text;

/**
 * A document as Lucene keeps it: terms only, without frequencies, places and lengths. Nothing is scored by statistics of the
 * index, in which what a viewer may not see would count.
 */
final class IndexedDocument {
    static final String ID = "id";
    /** The two halves of the id; they break the last ties, so that no order depends on what else is in the index. */
    static final String HIGH = "high";

    static final String LOW = "low";
    /** Of equals, short names go before long ones, and by the alphabet. */
    static final String ORDER = "order";

    static final String SEEN = "seen";
    /** Folded words of names. */
    static final String NAME = "name";
    /** Their first letters, so many at most. */
    static final String START = "start";

    static final int STARTS = 4;
    /** What the forms of words of names share. */
    static final String STEM = "stem";
    /** Names as a whole: folded, also with their language before them or without endings, and as they are written. */
    static final String WHOLE = "whole";
    /** Folded words and stems of what is around. */
    static final String AROUND = "around";

    static final String KEY = "key";
    static final String KEY_START = "keystart";
    static final int KEY_STARTS = 10;
    static final String FEATURES = "features";
    static final String WEIGHT = "weight";

    private static final int LONGEST_WORD = 60;
    private static final int ORDERED = 7;
    private static final int BYTE = 255;

    private IndexedDocument() {}

    static Document of(SearchDocument from, Stems stems) {
        Document document = new Document();
        document.add(new StringField(ID, from.id().toString(), Field.Store.NO));
        document.add(new NumericDocValuesField(HIGH, from.id().getMostSignificantBits()));
        document.add(new NumericDocValuesField(LOW, from.id().getLeastSignificantBits()));
        document.add(new NumericDocValuesField(ORDER, order(from.names())));
        from.seenBy().forEach(who -> add(document, SEEN, who.token()));
        Set<String> names = new LinkedHashSet<>();
        Set<String> shared = new HashSet<>();
        Set<String> wholes = new HashSet<>();
        for (Text name : from.names()) {
            words(name, stems, names, shared);
            String whole = Fold.of(name.text());
            if (!whole.isEmpty()) {
                wholes.add(whole("", whole));
                wholes.add(whole("~", roots(whole)));
                wholes.add(whole("=", plain(name.text())));
                if (name.language() != null) {
                    wholes.add(whole(name.language().source().tag(), whole));
                }
            }
        }
        names.forEach(word -> add(document, NAME, word));
        starts(names, 1, STARTS).forEach(start -> add(document, START, start));
        shared.forEach(stem -> add(document, STEM, stem));
        wholes.forEach(whole -> add(document, WHOLE, whole));
        Set<String> around = new HashSet<>();
        from.around().forEach(text -> words(text, stems, around, around));
        around.forEach(word -> add(document, AROUND, word));
        Set<String> keys = new HashSet<>();
        from.keys().forEach(key -> keys.add(Keys.of(key)));
        keys.remove("");
        keys.forEach(key -> add(document, KEY, key));
        starts(keys, 2, KEY_STARTS).forEach(start -> add(document, KEY_START, start));
        if (from.weight() > 0) {
            document.add(new FeatureField(FEATURES, WEIGHT, (float) from.weight()));
        }
        return document;
    }

    /** The number of words of the first name and its first letters, as one number. */
    private static long order(List<Text> names) {
        String folded = names.isEmpty() ? "" : Fold.of(names.getFirst().text());
        long order = Math.min(Byte.MAX_VALUE, folded.split(" ").length);
        for (int i = 0; i < ORDERED; i++) {
            order = order << Byte.SIZE | (i < folded.length() ? Math.min(folded.charAt(i), BYTE) : 0);
        }
        return order;
    }

    /** @param of which sort: folded, folded in a language, or as it is written */
    static String whole(String of, String text) {
        return cut(of + "|" + text, Keys.LONGEST);
    }

    /** A folded text with all its words without their endings. */
    static String roots(String folded) {
        return Arrays.stream(folded.split(" "))
                .map(word -> Objects.requireNonNullElse(Fold.root(word), word))
                .collect(Collectors.joining(" "));
    }

    /** As it is written, but for case and letters that only look like those that were meant. */
    static String plain(String text) {
        return LookAlikes.mended(text).toLowerCase(Locale.ROOT).strip();
    }

    static String cut(String word, int most) {
        return word.length() <= most ? word : word.substring(0, most);
    }

    static String cut(String word) {
        return cut(word, LONGEST_WORD);
    }

    private static void words(Text text, Stems stems, Set<String> folded, Set<String> shared) {
        for (Fold.Word word : Fold.words(text.text())) {
            String plain = cut(word.text());
            String fold = Fold.word(plain);
            if (!fold.isEmpty()) {
                folded.add(cut(fold));
                stems.terms(plain, text.language()).forEach(stem -> shared.add(cut(stem)));
            }
        }
    }

    private static Set<String> starts(Set<String> words, int from, int to) {
        Set<String> starts = new HashSet<>();
        for (String word : words) {
            for (int length = from; length <= Math.min(to, word.length()); length++) {
                starts.add(word.substring(0, length));
            }
        }
        return starts;
    }

    private static void add(Document document, String field, String term) {
        document.add(new StringField(field, term, Field.Store.NO));
    }
}
