package org.glasnik.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.PeopleBatches.Brought;
import org.glasnik.importing.ImportColumn;
import org.glasnik.importing.ImportKind;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** People and their seats out of a table: the address is the key. Whoever has an account keeps the own name. */
@Component
@Order(2)
class ImportingPeople implements ImportKind {
    static final List<ImportColumn> COLUMNS = List.of(
            ImportColumn.of("mail", "identity.import.mail", "email", "e-mail", "пошта", "почта", "е-пошта")
                    .needed(),
            ImportColumn.of("name", "identity.import.name", "full name", "піб", "фио", "име и презиме")
                    .needed(),
            ImportColumn.of("language", "identity.import.language", "мова", "језик", "язык")
                    .orForAll(),
            ImportColumn.of("body", "identity.import.body", "organisation", "громада", "општина", "орган")
                    .orForAll(),
            ImportColumn.of("seat", "identity.import.seat", "role", "роль", "улога", "посада")
                    .orForAll(),
            ImportColumn.of("since", "identity.import.since", "from", "з", "од", "с")
                    .orForAll());

    private final PeopleBatches batches;
    private final Deeds deeds;
    private final Texts texts;
    private final Clock clock;
    private final DefaultZone zone;

    ImportingPeople(PeopleBatches batches, Deeds deeds, Texts texts, Clock clock, DefaultZone zone) {
        this.batches = batches;
        this.deeds = deeds;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public String code() {
        return "people";
    }

    @Override
    public List<ImportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public Map<String, String> choices(String column, Viewer viewer, Language reader) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (column.equals("seat")) {
            for (Seat seat : List.of(Seat.values())) {
                choices.put(seat.tag(), texts.text(reader, "identity.seat." + seat.tag()));
            }
        } else if (column.equals("language")) {
            for (Language language : Language.values()) {
                choices.put(language.tag(), language.ownName());
            }
        }
        return choices;
    }

    @Override
    public Judging begin(Viewer viewer, Language reader) {
        Map<String, String> seats = new HashMap<>();
        Map<String, String> languages = new HashMap<>();
        for (Language language : Language.values()) {
            choices("seat", viewer, language)
                    .forEach((tag, word) -> seats.put(word.toLowerCase(language.locale()), tag));
            languages.put(language.ownName().toLowerCase(Locale.ROOT), language.tag());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone.get());
        return new JudgingPeople(viewer, reader, today, batches, seats, languages, deeds);
    }

    @Override
    public List<Integer> undo(Viewer viewer, List<Written> rows) {
        Map<Integer, Brought> brought =
                rows.stream().collect(Collectors.toMap(Written::number, row -> Brought.read(row.after())));
        batches.lock(values(brought, Brought::body));
        Set<UUID> freed = batches.unseat(values(brought, Brought::membership));
        Set<UUID> gone = batches.removeUntouched(brought.values().stream()
                .filter(Brought::fresh)
                .map(Brought::person)
                .collect(Collectors.toSet()));
        List<Deed> told = new ArrayList<>();
        brought.values().stream()
                .filter(one -> freed.contains(one.membership()))
                .forEach(one ->
                        told.add(Deed.of("membership.undone", "membership", Objects.requireNonNull(one.membership()))
                                .in(new org.glasnik.access.BodyId(Objects.requireNonNull(one.body())))
                                .about(new PersonId(one.person()))
                                .with("body", one.body(), null)
                                .with("seat", one.seat(), null)));
        deeds.record(viewer, told);
        return rows.stream()
                .map(Written::number)
                .filter(number -> {
                    Brought one = Objects.requireNonNull(brought.get(number));
                    boolean seatStays = one.membership() != null && !freed.contains(one.membership());
                    // Somebody who sits elsewhere by another row of the file goes with that row.
                    return seatStays || (one.fresh() && one.membership() == null && !gone.contains(one.person()));
                })
                .toList();
    }

    private static Set<UUID> values(Map<Integer, Brought> rows, Function<Brought, @Nullable UUID> value) {
        Set<UUID> values = new HashSet<>();
        for (Brought row : rows.values()) {
            UUID one = value.apply(row);
            if (one != null) {
                values.add(one);
            }
        }
        return values;
    }
}
