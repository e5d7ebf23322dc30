package org.glasnik.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.registry.BodyName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Seats as pages show them: of a body, of a person. */
@Repository
class SeatRows {
    private final JdbcClient jdbc;

    SeatRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One seat of a body.
     *
     * @param person and name are null where the viewer may know only that the seat is filled; the name alone where the
     *     person is deleted or erased
     */
    record OfBody(
            MembershipId id,
            Seat seat,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable PersonId person,
            @Nullable String name) {}

    /** Names are for those who sit in the same body, for organisers and for the operator. */
    List<OfBody> ofBody(BodyId body, Viewer viewer) {
        return jdbc.sql("""
                        select m.id, m.seat, m.since, m.until,
                               case when sees then m.person_id end as person,
                               case when sees and p.deleted_at is null and p.erased_at is null then p.name end as name
                        from identity.membership m
                        join identity.person p on p.id = m.person_id
                        cross join lateral (select :operator or :organiser or m.body_id = any(:sitsIn) as sees) who
                        where m.body_id = :body and (m.until is null or sees)
                        order by m.until desc nulls first, m.since desc, m.id""")
                .param("body", body.value())
                .param("operator", viewer.operator())
                .param("organiser", viewer.organiser())
                .param("sitsIn", viewer.sitsInIds())
                .query((row, n) -> {
                    UUID person = row.getObject("person", UUID.class);
                    return new OfBody(
                            new MembershipId(row.getObject("id", UUID.class)),
                            Seat.ofTag(row.getString("seat")).orElse(Seat.OTHER),
                            row.getObject("since", LocalDate.class),
                            row.getObject("until", LocalDate.class),
                            person == null ? null : new PersonId(person),
                            row.getString("name"));
                })
                .list();
    }

    /**
     * One seat of a person.
     *
     * @param open whether the body has a page
     */
    record OfPerson(
            MembershipId id,
            BodyId body,
            BodyName name,
            boolean open,
            Seat seat,
            LocalDate since,
            @Nullable LocalDate until,
            boolean endable) {}

    /** Seats now and before, for a page that the viewer may read. */
    List<OfPerson> ofPerson(PersonId person, Viewer viewer, Language reader) {
        return jdbc.sql("""
                        select m.id, m.body_id, m.seat, m.since, m.until, b.deleted_at is null as open,
                               registry.name_tag(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en) as tag,
                               registry.name_text(registry.name_tag(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en),
                                                  b.name_uk, b.name_sr, b.name_ru, b.name_en) as name,
                               m.until is null and b.deleted_at is null
                                   and (:operator or b.id = any(:organises) or b.keeper_id = any(:organises)
                                        or m.person_id = :me) as endable
                        from identity.membership m join registry.body_named b on b.id = m.body_id
                        where m.person_id = :person
                        order by m.until desc nulls first, m.since desc, m.id""")
                .param("person", person.value())
                .param("reader", reader.tag())
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .param("me", viewer.me().value())
                .query((row, n) -> new OfPerson(
                        new MembershipId(row.getObject("id", UUID.class)),
                        new BodyId(row.getObject("body_id", UUID.class)),
                        BodyName.of(row.getString("name"), row.getString("tag"), reader),
                        row.getBoolean("open"),
                        Seat.ofTag(row.getString("seat")).orElse(Seat.OTHER),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getBoolean("endable")))
                .list();
    }
}
