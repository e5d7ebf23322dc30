package org.glasnik.deed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.platform.Dates;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts what deeds changed into plain words: bodies by their names, days, languages, yes and no, codes of modules. */
@Component
class TellingValues {
    /** Fields that hold the id of a body. */
    private static final Set<String> BODIES = Set.of("body", "parent", "keeper");

    private static final Set<String> LANGUAGES = Set.of("language", "languages");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z");

    private final Texts texts;
    private final Dates dates;
    private final ObjectProvider<FieldWords> fields;
    private final ObjectProvider<ObjectNames> names;

    TellingValues(Texts texts, Dates dates, ObjectProvider<FieldWords> fields, ObjectProvider<ObjectNames> names) {
        this.texts = texts;
        this.dates = dates;
        this.fields = fields;
        this.names = names;
    }

    /** Says one value; empty for none. */
    interface Saying {
        String words(String field, @Nullable String value);
    }

    /** Names of bodies are asked for once for all changes. */
    Saying of(Stream<RecordedDeed.Change> changes, Language language) {
        Set<UUID> bodies = changes.filter(change -> BODIES.contains(change.field()))
                .flatMap(change -> Stream.of(id(change.from()), id(change.to())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Map<UUID, String> named = bodies.isEmpty() ? Map.of() : bodies(bodies, language);
        Map<String, FieldWords> coded =
                fields.stream().collect(Collectors.toMap(FieldWords::field, Function.identity()));
        return (field, value) -> value == null || value.isEmpty() ? "" : words(field, value, named, coded, language);
    }

    private String words(
            String field, String value, Map<UUID, String> bodies, Map<String, FieldWords> coded, Language language) {
        FieldWords own = coded.get(field);
        if (own != null) {
            return own.words().apply(value, language);
        }
        if (BODIES.contains(field)) {
            return id(value).map(bodies::get).orElse(value);
        }
        if (LANGUAGES.contains(field)) {
            return Arrays.stream(value.split(", ")).map(TellingValues::language).collect(Collectors.joining(", "));
        }
        if (value.equals("true") || value.equals("false")) {
            return texts.text(language, "deed.value." + value);
        }
        return day(value).map(day -> dates.date(language, day)).orElse(value);
    }

    private Map<UUID, String> bodies(Set<UUID> ids, Language language) {
        Map<UUID, String> named = new HashMap<>();
        names.stream()
                .filter(source -> source.kind().equals("body"))
                .forEach(source -> source.names(ids, language).forEach((id, body) -> named.put(id, body.name())));
        return named;
    }

    /** By tag or by the name of the constant. */
    private static String language(String value) {
        return Language.ofTag(value)
                .or(() -> List.of(Language.values()).stream()
                        .filter(language -> language.name().equals(value.toUpperCase(Locale.ROOT)))
                        .findFirst())
                .map(Language::ownName)
                .orElse(value);
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return DAY.matcher(value).matches()
                    ? Optional.of(LocalDate.parse(value))
                    : INSTANT.matcher(value).matches()
                            ? Optional.of(LocalDate.ofInstant(Instant.parse(value), ZoneOffset.UTC))
                            : Optional.empty();
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(@Nullable String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
