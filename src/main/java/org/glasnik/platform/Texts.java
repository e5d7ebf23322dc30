package org.glasnik.platform;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every word that the product says, from {@code messages/<module>_<language>.properties}: ICU MessageFormat with named
 * arguments, so that Slavic plurals have all their forms. Each is parsed once per language and key.
 */
@Component
public final class Texts {
    private static final Map<Language, LocalizedNumberFormatter> NUMBERS = new ConcurrentHashMap<>();
    private static final String PATTERN = "classpath*:messages/*_%s.properties";

    private final UnaryOperator<String> lens;
    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, Wording>> wordings = new EnumMap<>(Language.class);

    @Autowired
    public Texts() {
        this(UnaryOperator.identity());
    }

    /** With a lens through which every text is seen: tests mark texts with it in order to find words that are none. */
    public Texts(UnaryOperator<String> lens) {
        this.lens = lens;
        for (Language language : Language.values()) {
            if (language != Language.SR_LATN) {
                patterns.put(language, load(language));
            }
            wordings.put(language, new ConcurrentHashMap<>());
        }
        Map<String, String> latin = new HashMap<>();
        of(Language.SR).forEach((key, text) -> latin.put(key, SerbianLatin.of(text)));
        patterns.put(Language.SR_LATN, latin);
    }

    /** The text of a key with named arguments: {@code text(UK, "home.left", "days", 2)}. An unknown key is a defect. */
    public String text(Language language, String key, Object... named) {
        String pattern = of(language).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for " + key + " in " + language.tag());
        }
        if (named.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return lens.apply(pattern);
        }
        Wording wording = Objects.requireNonNull(wordings.get(language))
                .computeIfAbsent(key, k -> Wording.of(pattern, language.locale()));
        return lens.apply(wording.with(named));
    }

    /** As the reader writes numbers: 12 480. */
    String number(Language language, long n) {
        return NUMBERS.computeIfAbsent(language, l -> NumberFormatter.withLocale(l.locale()))
                .format(n)
                .toString();
    }

    public boolean has(String key) {
        return of(Language.EN).containsKey(key);
    }

    /** All keys of one language: the house tests compare the languages with it. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(of(language).keySet());
    }

    /** The unformatted pattern, for the house tests. */
    public String pattern(Language language, String key) {
        return Objects.requireNonNull(of(language).get(key), key);
    }

    private Map<String, String> of(Language language) {
        return Objects.requireNonNull(patterns.get(language));
    }

    private static Map<String, String> load(Language language) {
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources(PATTERN.formatted(language.tag()))) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    if (all.put(key, properties.getProperty(key)) != null) {
                        throw new IllegalStateException("Text " + key + " stands twice in " + language.tag());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
