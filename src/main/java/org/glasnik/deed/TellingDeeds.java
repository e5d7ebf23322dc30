package org.glasnik.deed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts deeds into plain words. Names are asked for once for all of them. The words of a verb are the text
 * {@code deed.<verb>}, impersonal ("record of the body changed"), because Slavic past tenses would need the actor's gender; it
 * may use {@code {object}}. A field is {@code deed.field.<kind>.<field>} or {@code deed.field.<field>}.
 */
@Component
class TellingDeeds {
    private static final int LONGEST = 300;

    private final Texts texts;
    private final TellingValues values;
    private final ObjectProvider<ActorNames> actorNames;
    private final ObjectProvider<ObjectNames> objectNames;

    TellingDeeds(
            Texts texts,
            TellingValues values,
            ObjectProvider<ActorNames> actorNames,
            ObjectProvider<ObjectNames> objectNames) {
        this.texts = texts;
        this.values = values;
        this.actorNames = actorNames;
        this.objectNames = objectNames;
    }

    List<ToldDeed> told(List<RecordedDeed> deeds, Language language) {
        Map<UUID, String> actors = actors(deeds.stream()
                .map(RecordedDeed::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        Map<String, Set<UUID>> byKind = new HashMap<>();
        deeds.forEach(d ->
                byKind.computeIfAbsent(d.kind(), k -> new LinkedHashSet<>()).add(d.object()));
        Map<String, Map<UUID, ObjectNames.Named>> objects = new HashMap<>();
        byKind.forEach((kind, ids) -> objects.put(kind, objects(kind, ids, language)));
        List<List<RecordedDeed.Change>> changes =
                deeds.stream().map(RecordedDeed::changed).toList();
        TellingValues.Saying saying = values.of(changes.stream().flatMap(List::stream), language);
        List<ToldDeed> told = new ArrayList<>(deeds.size());
        for (int i = 0; i < deeds.size(); i++) {
            RecordedDeed deed = deeds.get(i);
            ObjectNames.Named object =
                    objects.getOrDefault(deed.kind(), Map.of()).get(deed.object());
            List<ToldDeed.ToldChange> changed = changes.get(i).stream()
                    .filter(TellingDeeds::says)
                    .map(change -> told(deed.kind(), change, saying, language))
                    .toList();
            told.add(told(deed, actor(deed, actors, language), object, changed, language));
        }
        return told;
    }

    Map<UUID, String> actors(Set<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            actorNames.forEach(source -> names.putAll(source.names(ids)));
        }
        return names;
    }

    Map<UUID, ObjectNames.Named> objects(String kind, Set<UUID> ids, Language language) {
        return objectNames.stream()
                .filter(source -> source.kind().equals(kind))
                .findFirst()
                .map(source -> source.names(ids, language))
                .orElse(Map.of());
    }

    /** The name of a kind: its text, or the word itself where nobody has given it one. */
    String kind(String kind, Language language) {
        return textOr(language, kind, "deed.kind." + kind);
    }

    String verb(String verb, Language language) {
        return begun(
                texts.has("deed." + verb) ? texts.text(language, "deed." + verb, "object", "…", "actor", "…") : verb,
                language);
    }

    private String actor(RecordedDeed deed, Map<UUID, String> actors, Language language) {
        if (deed.actor() == null) {
            return texts.text(language, "deed.actor.system");
        }
        return Optional.ofNullable(actors.get(deed.actor()))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> texts.text(language, "deed.actor.gone"));
    }

    private ToldDeed told(
            RecordedDeed deed,
            String actor,
            ObjectNames.@Nullable Named object,
            List<ToldDeed.ToldChange> changed,
            Language language) {
        String key = "deed." + deed.verb();
        String name = object == null ? "" : object.name();
        boolean within = texts.has(key) && texts.pattern(language, key).contains("{object");
        String what = begun(
                texts.has(key) ? texts.text(language, key, "object", name, "actor", actor) : deed.verb(), language);
        return new ToldDeed(
                deed,
                actor,
                deed.actor() == null ? null : "/deeds?actor=" + deed.actor(),
                what,
                name,
                within,
                object == null ? null : object.href(),
                "/deeds?kind=" + deed.kind() + "&object=" + deed.object(),
                changed,
                deed.changes() == null);
    }

    private ToldDeed.ToldChange told(
            String kind, RecordedDeed.Change change, TellingValues.Saying saying, Language language) {
        String field = textOr(
                language, change.field(), "deed.field." + kind + "." + change.field(), "deed.field." + change.field());
        String from = shortened(saying.words(change.field(), change.from()));
        String to = shortened(saying.words(change.field(), change.to()));
        String words = from.isEmpty()
                ? texts.text(language, "deed.change.to", "to", to)
                : to.isEmpty()
                        ? texts.text(language, "deed.change.from", "from", from)
                        : texts.text(language, "deed.change.both", "from", from, "to", to);
        return new ToldDeed.ToldChange(field, words);
    }

    private static boolean says(RecordedDeed.Change change) {
        return !(change.from() == null || change.from().isEmpty())
                || !(change.to() == null || change.to().isEmpty());
    }

    private String textOr(Language language, String otherwise, String... keys) {
        for (String key : keys) {
            if (texts.has(key)) {
                return texts.text(language, key);
            }
        }
        return otherwise;
    }

    /** With a capital: some modules write their verbs as the rest of a sentence. */
    private static String begun(String words, Language language) {
        return words.isEmpty()
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(language.locale())
                        + words.substring(words.offsetByCodePoints(0, 1));
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
