package org.glasnik.notify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All letters that the product can write: those declared, and those that only have texts. */
@Component
class LetterSamples {
    private static final String SUBJECT = ".subject";
    private static final String LETTER = "letter.";

    private final TreeMap<String, LetterSample> byName = new TreeMap<>();

    LetterSamples(ObjectProvider<LetterSample> declared, Texts texts) {
        texts.keys(Language.EN).stream()
                .filter(key -> key.startsWith(LETTER) && key.endsWith(SUBJECT))
                .map(key -> key.substring(LETTER.length(), key.length() - SUBJECT.length()))
                .forEach(name ->
                        byName.put(name, new LetterSample(name, Map.of(), texts.has(LETTER + name + ".action"), null)));
        declared.forEach(sample -> byName.put(sample.name(), sample));
    }

    Map<String, LetterSample> all() {
        return byName;
    }

    Optional<LetterSample> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The categories that people can switch off. */
    Set<String> categories() {
        return byName.values().stream()
                .flatMap(sample -> Optional.ofNullable(sample.category()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
