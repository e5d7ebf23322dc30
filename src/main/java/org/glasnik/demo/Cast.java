package org.glasnik.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.glasnik.identity.Seat;
import org.glasnik.identity.Seating;
import org.glasnik.invitation.InvitingSomeone;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.glasnik.signin.CastSource;
import org.springframework.stereotype.Component;

/** The named cast and the sixty people around it, all invented. */
@Component
class Cast implements CastSource {
    /** Whose part a visitor may take, in the order of the sign-in page. */
    private static final List<String> PARTS = List.of(
            "organiser",
            "manager",
            "specialist",
            "operator",
            "desk",
            "organiser2",
            "manager2",
            "pageadmin",
            "resident");

    /** Invited, not yet in her seat: her row says where to. */
    private static final String NEWCOMER = "newcomer";

    private final People people;
    private final Seating seating;

    Cast(People people, Seating seating) {
        this.people = people;
        this.seating = seating;
    }

    /** Everyone but the newcomer, who has no account yet. */
    Map<String, PersonId> add() {
        Map<String, PersonId> byKey = new HashMap<>();
        for (NamedCsvRecord row : Csv.rows("people.csv")) {
            if (row.getField("key").equals(NEWCOMER)) {
                continue;
            }
            people.add(
                            row.getField("name"),
                            mail(row),
                            Language.ofTag(row.getField("language")).orElse(Language.EN),
                            "")
                    .ifPresent(id -> byKey.put(row.getField("key"), id));
        }
        return byKey;
    }

    void seat(Map<String, PersonId> byKey, Map<String, BodyId> bodies) {
        for (NamedCsvRecord row : Csv.rows("seats.csv")) {
            PersonId person = byKey.get(row.getField("person"));
            BodyId body = bodies.get(row.getField("body"));
            if (person == null || body == null) {
                continue;
            }
            Seat seat = Seat.ofTag(row.getField("seat")).orElse(Seat.OTHER);
            seating.begin(Viewer.NOBODY, person, body, seat, LocalDate.parse(row.getField("since")));
            if (!row.getField("until").isEmpty()) {
                seating.end(Viewer.NOBODY, person, body, seat, LocalDate.parse(row.getField("until")));
            }
        }
    }

    /** The newcomer's row says which seat she is invited to; her organiser asks her. */
    void invite(InvitingSomeone inviting, Map<String, PersonId> byKey, Map<String, BodyId> bodies) {
        NamedCsvRecord newcomer = row("people.csv", "key");
        NamedCsvRecord seat = row("seats.csv", "person");
        inviting.invite(
                Objects.requireNonNull(byKey.get("organiser2")),
                Objects.requireNonNull(bodies.get(seat.getField("body"))),
                Seat.ofTag(seat.getField("seat")).orElse(Seat.OTHER),
                newcomer.getField("name"),
                mail(newcomer),
                Language.ofTag(newcomer.getField("language")).orElse(Language.EN));
    }

    private static NamedCsvRecord row(String file, String column) {
        return Csv.rows(file).stream()
                .filter(r -> r.getField(column).equals(NEWCOMER))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Member> cast(Language language) {
        Map<String, NamedCsvRecord> rows = new HashMap<>();
        Csv.rows("people.csv").forEach(row -> rows.put(row.getField("key"), row));
        List<Member> members = new ArrayList<>();
        for (String key : PARTS) {
            NamedCsvRecord row = rows.get(key);
            if (row != null) {
                people.byMail(mail(row))
                        .map(Person::id)
                        .ifPresent(id -> members.add(new Member(id, name(row, language), "demo.part." + key)));
            }
        }
        return members;
    }

    static MailAddress mail(NamedCsvRecord row) {
        return MailAddress.of(row.getField("mail")).orElseThrow();
    }

    private static String name(NamedCsvRecord row, Language language) {
        String name = row.getField("name_" + language.source().tag());
        return language == Language.SR_LATN ? org.glasnik.platform.SerbianLatin.of(name) : name;
    }
}
