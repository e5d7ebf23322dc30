package org.glasnik.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;
import org.glasnik.language.Fold;
import org.glasnik.language.LookAlikes;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;

/**
 * What the forms of a word share, language by language: the lemmas of a dictionary in Ukrainian, Snowball's stems in the
 * others. They are called directly rather than by Lucene's analyzers, which keep what they need for each thread, and here each
 * request has a thread of its own. Of one thread; what is made is cheap but for the dictionary, which is read once.
 */
final class Stems {
    private static final class Ukrainian {
        static final Dictionary WORDS = read();

        private static Dictionary read() {
            URL file = Objects.requireNonNull(Stems.class.getResource("/ua/net/nlp/ukrainian.dict"));
            try {
                return Dictionary.read(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private @Nullable DictionaryLookup ukrainian;
    private final SnowballStemmer serbian = new SerbianStemmer();
    private final SnowballStemmer russian = new RussianStemmer();
    private final SnowballStemmer english = new EnglishStemmer();

    /** The terms of one word in one language; in all that its letters allow where none is known. */
    Set<String> terms(String word, @Nullable Language language) {
        String small = LookAlikes.mended(word).toLowerCase(Locale.ROOT);
        boolean cyrillic = small.chars().anyMatch(c -> c >= 0x0400 && c < 0x0530);
        Set<String> terms = new LinkedHashSet<>();
        if (cyrillic && among(Language.UK, language)) {
            lemmas(small).forEach(lemma -> terms.add("uk:" + lemma));
        }
        if (among(Language.SR, language)) {
            terms.add("sr:" + stem(serbian, Fold.word(small)));
        }
        if (cyrillic && among(Language.RU, language)) {
            terms.add("ru:" + stem(russian, small.replace('ё', 'е')));
        }
        if (!cyrillic && among(Language.EN, language)) {
            terms.add("en:" + stem(english, small.replace('’', '\'')));
        }
        return terms;
    }

    private static boolean among(Language one, @Nullable Language asked) {
        return asked == null || asked.source() == one;
    }

    private Set<String> lemmas(String small) {
        if (ukrainian == null) {
            ukrainian = new DictionaryLookup(Ukrainian.WORDS);
        }
        // The dictionary has one apostrophe, no accents, and г for ґ.
        String word = small.replaceAll("[’ʼ`´]", "'").replace("\u0301", "").replace('ґ', 'г');
        Set<String> lemmas = new LinkedHashSet<>();
        for (WordData found : ukrainian.lookup(word)) {
            lemmas.add(found.getStem().toString().toLowerCase(Locale.ROOT));
        }
        if (lemmas.isEmpty()) {
            lemmas.add(word);
        }
        return lemmas;
    }

    private static String stem(SnowballStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
