package org.glasnik.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Who sits where, now and before. Who changes it goes through {@link Seating}. */
@Repository
public class Memberships {
    private static final String COLUMNS = "m.id, m.person_id, m.body_id, m.seat, m.since, m.until";

    private static final Duration TAKEN_BACK = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Memberships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who sits in the bodies now. */
    public Map<BodyId, List<Membership>> present(Set<BodyId> bodies) {
        return jdbc
                .sql("select " + COLUMNS + """
                         from identity.membership m join identity.person p on p.id = m.person_id
                        where m.body_id = any(:bodies) and m.until is null and p.deleted_at is null and p.erased_at is null
                        order by m.seat, m.since, m.id""")
                .param("bodies", bodies.stream().map(BodyId::value).toArray(UUID[]::new))
                .query(Memberships::membership)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Membership::body));
    }

    /** Seats by their ids, now and before. */
    Map<UUID, Membership> of(Set<UUID> ids) {
        return jdbc
                .sql("select " + COLUMNS + " from identity.membership m where m.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Memberships::membership)
                .list()
                .stream()
                .collect(Collectors.toMap(m -> m.id().value(), m -> m));
    }

    /** The seats of a body that the viewer may fill; of one that has ended none. */
    public Set<Seat> fillable(BodyId body, Viewer viewer) {
        return jdbc.sql("""
                        select b.id = any(:organises) or coalesce(b.keeper_id = any(:organises), false) as organises,
                               exists (select 1 from identity.membership m
                                       where m.person_id = :me and m.body_id = b.id and m.seat = 'manager'
                                         and m.until is null) as manages
                        from registry.body_open b where b.id = :body and b.ended_on is null""")
                .param("body", body.value())
                .param("organises", viewer.organisesIds())
                .param("me", viewer.me().value())
                .query((row, n) -> SeatRights.of(viewer, row.getBoolean("organises"), row.getBoolean("manages")))
                .optional()
                .orElse(Set.of());
    }

    /** A present seat that the viewer may end: one that it may fill, or its own. */
    Optional<Membership> endable(MembershipId id, Viewer viewer) {
        return allowed("m.until is null", "", id, viewer)
                .query(Memberships::membership)
                .optional();
    }

    /** An ended seat that the viewer may fill. The own one only where its holder left unbidden, in the last 30 days. */
    Optional<Membership> reopenable(MembershipId id, Viewer viewer) {
        return allowed("m.until is not null", "and m.ended_by = :me and m.ended_at > :lately", id, viewer)
                .param("lately", Timestamp.from(clock.instant().minus(TAKEN_BACK)))
                .query(Memberships::membership)
                .optional();
    }

    /** @param own what must hold besides where it is the viewer's own seat */
    private StatementSpec allowed(String state, String own, MembershipId id, Viewer viewer) {
        return jdbc.sql("select " + COLUMNS + """
                         from identity.membership m
                         join registry.body_open b on b.id = m.body_id
                         join identity.person p on p.id = m.person_id and p.deleted_at is null and p.erased_at is null
                        where m.id = :id and (:operator or b.id = any(:organises) or b.keeper_id = any(:organises)
                           or (m.person_id = :me\s""" + own + """
                           )
                           or (m.seat not in ('organiser', 'desk')
                               and exists (select 1 from identity.membership mine
                                           where mine.person_id = :me and mine.body_id = m.body_id
                                             and mine.seat = 'manager' and mine.until is null)))
                          and\s""" + state)
                .param("id", id.value())
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .param("me", viewer.me().value());
    }

    /** Seats of one body are filled by one transaction at a time, so that looking first is enough. */
    void lock(BodyId body) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('identity.membership' || :body, 0))")
                .param("body", body.toString())
                .query()
                .listOfRows();
    }

    /** Empty where the person sits there already, or another does in a seat for one. */
    Optional<MembershipId> insert(PersonId person, BodyId body, Seat seat, LocalDate since) {
        return jdbc.sql("""
                        insert into identity.membership (person_id, body_id, seat, since)
                        values (:person, :body, :seat, :since) on conflict do nothing returning id""")
                .param("person", person.value())
                .param("body", body.value())
                .param("seat", seat.tag())
                .param("since", since)
                .query(UUID.class)
                .optional()
                .map(MembershipId::new);
    }

    /** Ends present seats; none before it began. */
    List<Membership> end(Viewer by, List<MembershipId> ids, LocalDate until) {
        return jdbc.sql(
                        "update identity.membership m set until = greatest(m.since, :until), ended_by = cast(:by as uuid),"
                                + " ended_at = :now where m.id = any(:ids) and m.until is null returning " + COLUMNS)
                .param("by", by.person() == null ? null : by.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("until", until)
                .param("ids", ids.stream().map(MembershipId::value).toArray(UUID[]::new))
                .query(Memberships::membership)
                .list();
    }

    /** False where the seat for one is taken by now. Call under the lock. */
    boolean reopen(MembershipId id) {
        return jdbc.sql("""
                        update identity.membership m set until = null, binned = false, ended_by = null, ended_at = null
                        where m.id = :id and m.until is not null
                          and not exists (select 1 from identity.membership o
                                          where o.body_id = m.body_id and o.seat = m.seat and o.until is null
                                            and (o.person_id = m.person_id or o.seat in ('manager', 'specialist')))""").param("id", id.value()).update() == 1;
    }

    /** The body whose organisers read what is done in a body: its keeper or itself. */
    public Map<BodyId, BodyId> readers(Set<BodyId> bodies) {
        Map<BodyId, BodyId> readers = new HashMap<>();
        bodies.forEach(body -> readers.put(body, body));
        jdbc.sql("select id, keeper_id from registry.body_open where id = any(:bodies) and keeper_id is not null")
                .param("bodies", bodies.stream().map(BodyId::value).toArray(UUID[]::new))
                .query((row, n) -> readers.put(
                        new BodyId(row.getObject("id", UUID.class)),
                        new BodyId(row.getObject("keeper_id", UUID.class))))
                .list();
        return readers;
    }

    static Membership membership(ResultSet row, int number) throws SQLException {
        java.sql.Date until = row.getDate("until");
        return new Membership(
                new MembershipId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                new BodyId(row.getObject("body_id", UUID.class)),
                Seat.ofTag(row.getString("seat")).orElse(Seat.OTHER),
                row.getObject("since", LocalDate.class),
                until == null ? null : row.getObject("until", LocalDate.class));
    }
}
