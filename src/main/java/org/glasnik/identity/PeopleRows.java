package org.glasnik.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.listing.Collation;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListRequest;
import org.glasnik.platform.Language;
import org.glasnik.registry.BodyName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** People as a list: the operator sees all, an organiser those who sit or sat in its bodies and in those that they keep. */
@Repository
class PeopleRows {
    private static final String SEEN = """
             p.deleted_at is null and p.erased_at is null
              and (:operator or exists (select 1 from identity.membership m join registry.body_open b on b.id = m.body_id
                                        where m.person_id = p.id
                                          and (b.id = any(:organises) or b.keeper_id = any(:organises))))
            """;
    private static final String FILTERED = " from identity.person p where" + SEEN + """
              and (:text = '' or platform.fold(p.name || ' ' || p.mail) like platform.anywhere(:text))
              and (:seat = '' or exists (select 1 from identity.membership m join registry.body_open b on b.id = m.body_id
                                         where m.person_id = p.id and m.seat = :seat and m.until is null))
            """;
    private static final String TAG = "registry.name_tag(:reader, b.name_uk, b.name_sr, b.name_ru, b.name_en)";
    private static final String SEATS = """
             left join lateral (
                 select array_agg(m.seat order by m.seat, m.id) as seats, array_agg(b.id::text order by m.seat, m.id) as bodies,
                        array_agg(%1$s order by m.seat, m.id) as tags,
                        array_agg(registry.name_text(%1$s, b.name_uk, b.name_sr, b.name_ru, b.name_en)
                                  order by m.seat, m.id) as names
                 from identity.membership m join registry.body_open b on b.id = m.body_id
                 where m.person_id = p.id and m.until is null) held on true
            """.formatted(TAG);

    private final JdbcClient jdbc;

    PeopleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(ListRequest request, Viewer viewer) {
        return filtered("select count(*)" + FILTERED, request, viewer)
                .query(Integer.class)
                .single();
    }

    List<PeopleRow> page(ListRequest request, Viewer viewer, Language reader) {
        return rows(request, viewer, reader, " limit " + ListRequest.SIZE + " offset " + request.offset())
                .query((row, n) -> row(row, reader))
                .list();
    }

    Stream<PeopleRow> all(ListRequest request, Viewer viewer, Language reader) {
        return rows(request, viewer, reader, "")
                .withFetchSize(Exporting.FETCHED)
                .query((row, n) -> row(row, reader))
                .stream();
    }

    /** Those of some people whom the viewer may see, for whoever has found them. */
    List<PeopleRow> of(Set<UUID> ids, Viewer viewer, Language reader) {
        return jdbc.sql("select p.*, held.* from (select p.id, p.name, p.mail, p.operator from identity.person p where"
                        + SEEN + " and p.id = any(:ids)) p" + SEATS)
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .param("ids", ids.toArray(UUID[]::new))
                .param("reader", reader.tag())
                .query((row, n) -> row(row, reader))
                .list();
    }

    private StatementSpec rows(ListRequest request, Viewer viewer, Language reader, String part) {
        Map<String, String> sorts = Map.of("name", "p.name collate " + Collation.of(reader), "mail", "p.mail_key");
        String people = "select p.id, p.name, p.mail, p.mail_key, p.operator" + FILTERED;
        return filtered(
                        "select p.*, held.* from (" + people + ") p" + SEATS + " order by "
                                + request.orderBy(sorts, "p.id") + part,
                        request,
                        viewer)
                .param("reader", reader.tag());
    }

    private StatementSpec filtered(String sql, ListRequest request, Viewer viewer) {
        return jdbc.sql(sql)
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .param("text", request.filter("text"))
                .param("seat", request.filter("seat"));
    }

    /** A person whose page the viewer may read: the operator and the organisers as above, and the person. */
    Optional<PersonDetails> of(PersonId id, Viewer viewer) {
        return jdbc.sql("select p.id, p.name, p.mail, p.mail_key, p.language, p.zone, p.operator, p.version"
                        + " from identity.person p where p.id = :id and p.deleted_at is null and p.erased_at is null and (p.id = :me or "
                        + SEEN + ")")
                .param("id", id.value())
                .param("me", viewer.me().value())
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .query((row, n) -> new PersonDetails(People.person(row, n), row.getInt("version")))
                .optional();
    }

    private static PeopleRow row(ResultSet row, Language reader) throws SQLException {
        List<PeopleRow.Held> held = new ArrayList<>();
        Array seats = row.getArray("seats");
        if (seats != null) {
            String[] tags = (String[]) row.getArray("tags").getArray();
            String[] names = (String[]) row.getArray("names").getArray();
            String[] bodies = (String[]) row.getArray("bodies").getArray();
            String[] kinds = (String[]) seats.getArray();
            for (int i = 0; i < kinds.length; i++) {
                held.add(new PeopleRow.Held(
                        Seat.ofTag(kinds[i]).orElse(Seat.OTHER), bodies[i], BodyName.of(names[i], tags[i], reader)));
            }
        }
        return new PeopleRow(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("mail"),
                row.getBoolean("operator"),
                held);
    }
}
