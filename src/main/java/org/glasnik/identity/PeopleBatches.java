package org.glasnik.identity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** People and seats by the hundred, each batch in one statement. */
@Repository
class PeopleBatches {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A seat that an import fills.
     *
     * @param fresh whether the import brings the person too
     * @param membership null where the person gets no seat
     */
    record Brought(
            UUID person,
            boolean fresh,
            String name,
            String mail,
            String key,
            String language,
            @Nullable UUID membership,
            @Nullable UUID body,
            @Nullable String seat,
            @Nullable LocalDate since) {
        static Brought read(String json) {
            return JSON.readValue(json, Brought.class);
        }

        String json() {
            return JSON.writeValueAsString(this);
        }
    }

    /** @param binned in the bin: nobody can be brought under that address */
    record Known(UUID id, boolean binned) {}

    /** @param fillable by the viewer */
    /** @param ended whether the body is no more: nobody new sits there */
    record Place(UUID body, BodyId readers, Set<Seat> fillable, boolean ended) {}

    /** @param until null: present seats only are looked at */
    record Held(UUID body, String seat, UUID person) {}

    private final JdbcClient jdbc;

    PeopleBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** People by the key of their address. */
    Map<String, Known> known(Set<String> keys) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql(
                        "select mail_key, id, deleted_at is not null as binned from identity.person where mail_key = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> known.put(
                        row.getString("mail_key"),
                        new Known(row.getObject("id", UUID.class), row.getBoolean("binned"))))
                .list();
        return known;
    }

    /** Bodies by code in lower case, with what the viewer may fill there. */
    Map<String, Place> places(Set<String> codes, Viewer viewer) {
        Map<String, Place> places = new HashMap<>();
        jdbc.sql("""
                        select lower(b.code) as code, b.id, coalesce(b.keeper_id, b.id) as readers, b.organising,
                               b.id = any(:organises) or coalesce(b.keeper_id = any(:organises), false) as organises,
                               b.ended_on is not null as ended
                        from registry.body_open b where lower(b.code) = any(:codes)""")
                .param("codes", codes.toArray(String[]::new))
                .param("organises", viewer.organisesIds())
                .query((row, n) -> {
                    Set<Seat> fillable = new HashSet<>(SeatRights.of(viewer, row.getBoolean("organises"), false));
                    if (!row.getBoolean("organising")) {
                        fillable.remove(Seat.ORGANISER);
                    }
                    return places.put(
                            row.getString("code"),
                            new Place(
                                    row.getObject("id", UUID.class),
                                    new BodyId(row.getObject("readers", UUID.class)),
                                    fillable,
                                    row.getBoolean("ended")));
                })
                .list();
        return places;
    }

    /** Present seats in bodies. */
    List<Held> held(Set<UUID> bodies) {
        return jdbc.sql("select body_id as body, seat, person_id as person from identity.membership"
                        + " where body_id = any(:bodies) and until is null")
                .param("bodies", bodies.toArray(UUID[]::new))
                .query((row, n) -> new Held(
                        row.getObject("body", UUID.class), row.getString("seat"), row.getObject("person", UUID.class)))
                .list();
    }

    /** Seats of one body are filled by one transaction at a time: bodies in one order, or two could wait for each other. */
    void lock(Set<UUID> bodies) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(hashtextextended('identity.membership' || b, 0))
                        from (select unnest(:bodies)::text as b order by 1) ordered""").param("bodies", bodies.toArray(UUID[]::new)).query().listOfRows();
    }

    void add(List<Brought> all) {
        String rows = JSON.writeValueAsString(all);
        jdbc.sql("""
                        insert into identity.person (id, name, mail, mail_key, language)
                        select distinct on (r.person) r.person, r.name, r.mail, r.key, r.language
                        from jsonb_to_recordset(cast(:rows as jsonb))
                             as r (person uuid, fresh boolean, name text, mail text, key text, language text)
                        where r.fresh
                        on conflict (id) do nothing""").param("rows", rows).update();
        jdbc.sql("""
                        insert into identity.membership (id, person_id, body_id, seat, since)
                        select r.membership, r.person, r.body, r.seat, r.since
                        from jsonb_to_recordset(cast(:rows as jsonb))
                             as r (person uuid, membership uuid, body uuid, seat text, since date)
                        where r.membership is not null""").param("rows", rows).update();
    }

    /** Takes seats away as if they had never been; those that have ended since stay. */
    Set<UUID> unseat(Set<UUID> memberships) {
        return new HashSet<>(
                jdbc.sql("delete from identity.membership where id = any(:ids) and until is null returning id")
                        .param("ids", memberships.toArray(UUID[]::new))
                        .query((row, n) -> row.getObject("id", UUID.class))
                        .list());
    }

    Set<UUID> removeUntouched(Set<UUID> people) {
        return new HashSet<>(jdbc.sql("select identity.remove_untouched(:ids)")
                .param("ids", people.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }
}
