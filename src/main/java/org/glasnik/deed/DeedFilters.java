package org.glasnik.deed;

import com.ibm.icu.text.Collator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnik.listing.ListFilter;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The fields above the account. Kinds and verbs are those that the product has words for, not those that are in the rows: a
 * choice must not tell what a reader may not see.
 */
@Component
class DeedFilters {
    private static final String KIND = "deed.kind.";
    private static final Pattern VERB = Pattern.compile("deed\\.(([a-z][A-Za-z_]*)\\.[a-z][A-Za-z_]*)");

    /** Parts of this module's own texts that look like a noun. */
    private static final Set<String> OWN =
            Set.of("list", "check", "fault", "actor", "change", "field", "kind", "history", "filter", "page", "value");

    private final TellingDeeds telling;
    private final Texts texts;

    DeedFilters(TellingDeeds telling, Texts texts) {
        this.telling = telling;
        this.texts = texts;
    }

    /** @param all whether the reader may know every object: else a body whose deeds are not shown has no name, it may be in the bin */
    List<ListFilter> of(DeedFilter asked, List<ToldDeed> shown, boolean all, Language language) {
        Set<String> verbs = new TreeSet<>();
        Set<String> kinds = new TreeSet<>();
        for (String key : texts.keys(Language.EN)) {
            Matcher verb = VERB.matcher(key);
            if (verb.matches() && !OWN.contains(verb.group(2))) {
                verbs.add(verb.group(1));
            } else if (key.startsWith(KIND)) {
                kinds.add(key.substring(KIND.length()));
            }
        }
        List<ListFilter> filters = new ArrayList<>();
        filters.add(choice("kind", inOrder(kinds, kind -> telling.kind(kind, language), language), language));
        filters.add(choice("verb", inOrder(verbs, verb -> telling.verb(verb, language), language), language));
        filters.add(ListFilter.date("from", texts.text(language, "deed.filter.from")));
        filters.add(ListFilter.date("to", texts.text(language, "deed.filter.to")));
        one("actor", asked.actor(), actorOf(shown), filters, language);
        one("object", asked.object(), objectOf(shown), filters, language);
        one("body", asked.body(), all || !shown.isEmpty() ? body(asked, language) : "", filters, language);
        return filters;
    }

    /** The name that the deeds shown give to the one object they are about. */
    static String objectOf(List<ToldDeed> shown) {
        return shown.isEmpty() ? "" : shown.getFirst().name();
    }

    /** From the deeds shown only: an id in the address must not be a way to learn whose it is. */
    private static String actorOf(List<ToldDeed> shown) {
        return shown.isEmpty() ? "" : shown.getFirst().actor();
    }

    private String body(DeedFilter asked, Language language) {
        if (asked.body() == null) {
            return "";
        }
        ObjectNames.Named named =
                telling.objects("body", Set.of(asked.body()), language).get(asked.body());
        return named == null ? "" : named.name();
    }

    /** A field that only shows what the address asks for, so that the form keeps it and "any" takes it away. */
    private void one(String name, @Nullable UUID id, String words, List<ListFilter> filters, Language language) {
        if (id != null) {
            filters.add(choice(
                    name,
                    Map.of(id.toString(), words.isEmpty() ? texts.text(language, "deed.filter.this") : words),
                    language));
        }
    }

    private ListFilter choice(String name, Map<String, String> options, Language language) {
        return ListFilter.choice(name, texts.text(language, "deed.filter." + name), options);
    }

    private static Map<String, String> inOrder(Set<String> keys, Function<String, String> words, Language language) {
        Collator collator = Collator.getInstance(language.locale());
        Map<String, String> options = new LinkedHashMap<>();
        keys.stream()
                .map(key -> Map.entry(key, words.apply(key)))
                .sorted((a, b) -> collator.compare(a.getValue(), b.getValue()))
                .forEach(option -> options.put(option.getKey(), option.getValue()));
        return options;
    }
}
