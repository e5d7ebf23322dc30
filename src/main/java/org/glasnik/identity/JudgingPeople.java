package org.glasnik.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.PeopleBatches.Brought;
import org.glasnik.identity.PeopleBatches.Held;
import org.glasnik.identity.PeopleBatches.Known;
import org.glasnik.identity.PeopleBatches.Place;
import org.glasnik.importing.Fate;
import org.glasnik.importing.ImportColumn;
import org.glasnik.importing.ImportKind;
import org.glasnik.importing.ImportRow;
import org.glasnik.importing.Judged;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.jspecify.annotations.Nullable;

/** The people of one file. A row is refused alike whether an address has an account or not: an importer learns of none. */
final class JudgingPeople implements ImportKind.Judging {
    private static final Map<String, String> LABELS =
            ImportingPeople.COLUMNS.stream().collect(Collectors.toMap(ImportColumn::key, ImportColumn::label));
    private static final int NAME = 200;

    private final Viewer viewer;
    private final Language reader;
    private final LocalDate today;
    private final PeopleBatches batches;
    private final Map<String, String> seats;
    private final Map<String, String> languages;
    private final Deeds deeds;

    /** By the key of the address: one person, however many rows. */
    private final Map<String, UUID> fresh = new HashMap<>();

    /** "body seat" to the row that takes a seat for one; "body seat person" to the row that fills any. */
    private final Map<String, Integer> taken = new HashMap<>();

    private final Map<UUID, BodyId> readers = new HashMap<>();

    JudgingPeople(
            Viewer viewer,
            Language reader,
            LocalDate today,
            PeopleBatches batches,
            Map<String, String> seats,
            Map<String, String> languages,
            Deeds deeds) {
        this.viewer = viewer;
        this.reader = reader;
        this.today = today;
        this.batches = batches;
        this.seats = seats;
        this.languages = languages;
        this.deeds = deeds;
    }

    @Override
    public void read(ImportRow row, boolean refused) {}

    @Override
    public List<Judged> judge(List<ImportRow> rows) {
        Map<String, Known> known = batches.known(rows.stream()
                .flatMap(row -> MailAddress.of(row.cell("mail")).stream())
                .map(MailAddress::key)
                .collect(Collectors.toSet()));
        Map<String, Place> places = batches.places(
                rows.stream()
                        .map(row -> row.cell("body").toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                viewer);
        places.values().forEach(place -> readers.put(place.body(), place.readers()));
        Set<UUID> bodies = places.values().stream().map(Place::body).collect(Collectors.toSet());
        batches.lock(bodies);
        Map<String, UUID> single = new HashMap<>();
        Set<String> held = new HashSet<>();
        for (Held seat : batches.held(bodies)) {
            single.put(seat.body() + " " + seat.seat(), seat.person());
            held.add(seat.body() + " " + seat.seat() + " " + seat.person());
        }
        return rows.stream().map(row -> judge(row, known, places, single, held)).toList();
    }

    private Judged judge(
            ImportRow row,
            Map<String, Known> known,
            Map<String, Place> places,
            Map<String, UUID> single,
            Set<String> held) {
        FormErrors errors = FormErrors.none();
        Optional<MailAddress> mail = MailAddress.of(row.cell("mail"));
        errors.require(mail.isPresent(), "mail", "platform.error.mail");
        String name = errors.name("name", row.cell("name"), NAME);
        String language = languages.getOrDefault(row.cell("language").toLowerCase(Locale.ROOT), row.cell("language"));
        errors.require(language.isEmpty() || Language.ofTag(language).isPresent(), "language", "platform.error.choose");
        Place place = places.get(row.cell("body").toLowerCase(Locale.ROOT));
        Seat seat = seat(row, place, errors);
        LocalDate since = since(row, errors);
        Known one = mail.map(address -> known.get(address.key())).orElse(null);
        errors.require(one == null || !one.binned(), "mail", "identity.import.binned");
        UUID person = mail.map(address ->
                        one != null ? one.id() : fresh.computeIfAbsent(address.key(), k -> UUID.randomUUID()))
                .orElse(null);
        boolean sits = false;
        if (person != null && place != null && seat != null && !errors.any()) {
            sits = held.contains(place.body() + " " + seat.tag() + " " + person);
            errors.require(sits || !place.ended(), "body", "identity.import.ended", "code", row.cell("body"));
            UUID holder = seat.single() ? single.get(place.body() + " " + seat.tag()) : null;
            errors.require(holder == null || holder.equals(person), "seat", "identity.import.taken");
            sits |= !sits && holder == null && again(row, place, seat, person, errors);
        }
        List<Judged.Flag> flags = Judged.Flag.of(Stream.of(name));
        if (person == null || mail.isEmpty() || errors.any()) {
            return Judged.refused(row.number(), row.cell("name"), Judged.Reason.of(errors, LABELS), flags);
        }
        Judged.About about =
                new Judged.About(one == null ? null : person, mail.get().key());
        if (sits || (seat == null && one != null)) {
            return new Judged(row.number(), Fate.SAME, null, name, about, List.of(), List.of(), flags, null, null);
        }
        Brought brought = new Brought(
                person,
                one == null,
                name,
                mail.get().shown(),
                mail.get().key(),
                language.isEmpty() ? reader.tag() : language,
                seat == null ? null : UUID.randomUUID(),
                seat == null ? null : Objects.requireNonNull(place).body(),
                seat == null ? null : seat.tag(),
                seat == null ? null : since);
        UUID object = Objects.requireNonNullElse(brought.membership(), person);
        return new Judged(
                row.number(), Fate.FRESH, object, name, about, List.of(), List.of(), flags, null, brought.json());
    }

    /** A seat needs a body and a body a seat; somebody without either is the operator's to bring. */
    private @Nullable Seat seat(ImportRow row, @Nullable Place place, FormErrors errors) {
        String body = row.cell("body");
        String written = row.cell("seat");
        if (body.isEmpty() && written.isEmpty() && viewer.operator()) {
            return null;
        }
        errors.require(place != null, "body", "identity.import.noBody", "code", body);
        Seat seat = Seat.ofTag(seats.getOrDefault(written.toLowerCase(Locale.ROOT), written))
                .orElse(null);
        errors.require(seat != null, "seat", "platform.error.choose");
        if (place != null && seat != null) {
            errors.require(place.fillable().contains(seat), "seat", "identity.import.notYours");
        }
        return seat;
    }

    private LocalDate since(ImportRow row, FormErrors errors) {
        String written = row.cell("since").replaceFirst("^(\\d{1,2})[./](\\d{1,2})[./](\\d{4})\\.?$", "$3-$2-$1");
        if (written.isEmpty()) {
            return today;
        }
        try {
            LocalDate since = LocalDate.parse(
                    written.replaceAll("(?<=-)(\\d)(?=-|$)", "0$1").replaceFirst("[T ].*", ""));
            errors.require(!since.isAfter(today), "since", "identity.error.future");
            return since;
        } catch (java.time.format.DateTimeParseException e) {
            errors.add("since", "identity.error.day");
            return today;
        }
    }

    /** Whether an earlier row fills the seat with the same person; with another, in a seat for one, the row is refused. */
    private boolean again(ImportRow row, Place place, Seat seat, UUID person, FormErrors errors) {
        String key = place.body() + " " + seat.tag();
        Integer same = taken.putIfAbsent(key + " " + person, row.number());
        if (same != null) {
            return true;
        }
        Integer first = seat.single() ? taken.putIfAbsent(key, row.number()) : null;
        if (first != null) {
            errors.add("seat", "identity.import.twice", "row", first);
        }
        return false;
    }

    @Override
    public void write(List<Judged> rows) {
        List<Brought> all = rows.stream()
                .map(row -> Brought.read(Objects.requireNonNull(row.after())))
                .toList();
        batches.add(all);
        List<Deed> told = new ArrayList<>();
        for (Brought one : all) {
            if (one.membership() != null && one.body() != null) {
                told.add(Deed.of("membership.begun", "membership", one.membership())
                        .in(readers.getOrDefault(one.body(), new BodyId(one.body())))
                        .about(new PersonId(one.person()))
                        .with("body", null, one.body())
                        .with("seat", null, one.seat())
                        .with("since", null, one.since()));
            }
        }
        deeds.record(viewer, told);
    }
}
