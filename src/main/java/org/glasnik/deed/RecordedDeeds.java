package org.glasnik.deed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnik.access.Viewer;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads deeds: an operator all, an organiser those of the bodies that they organise, whoever sits in a body the body's own
 * history.
 */
@Repository
class RecordedDeeds {
    private static final String ASKED = """

            from deed.deed d
            left join deed.detail t on t.deed_id = d.id
            where (:operator or d.body_id = any(:organises) or d.object_kind = 'body' and d.object_id = any(:sitsIn))
              and (cast(:kind as text) is null or d.object_kind = :kind)
              and (cast(:object as uuid) is null or d.object_id = :object)
              and (cast(:actor as uuid) is null or d.actor_id = :actor)
              and (cast(:verb as text) is null or d.verb = :verb)
              and (cast(:body as uuid) is null or d.body_id = :body)
              and (cast(:from as timestamptz) is null or d.at >= :from)
              and (cast(:until as timestamptz) is null or d.at < :until)
              and not :impossible
            """;

    private static final String ROWS =
            "select d.id, d.at, d.actor_id, d.verb, d.object_kind, d.object_id, d.body_id, t.changes" + ASKED;

    private static final Map<String, String> ORDER = Map.of("at", "d.at");

    private final JdbcClient jdbc;

    RecordedDeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(Viewer viewer, DeedFilter filter) {
        return ask("select count(*)" + ASKED, viewer, filter)
                .query(Integer.class)
                .single();
    }

    List<RecordedDeed> page(Viewer viewer, DeedFilter filter, ListRequest request) {
        return ask(ROWS + "order by " + order(request) + " limit :size offset :offset", viewer, filter)
                .param("size", ListRequest.SIZE)
                .param("offset", request.offset())
                .query(RecordedDeeds::deed)
                .list();
    }

    /** All of them through a cursor: call it inside a transaction and close the stream. */
    Stream<RecordedDeed> all(Viewer viewer, DeedFilter filter, ListRequest request) {
        return ask(ROWS + "order by " + order(request), viewer, filter)
                .withFetchSize(Exporting.FETCHED)
                .query(RecordedDeeds::deed)
                .stream();
    }

    private static String order(ListRequest request) {
        return request.orderBy(ORDER, "d.id" + (request.descending() ? " desc" : ""));
    }

    private JdbcClient.StatementSpec ask(String sql, Viewer viewer, DeedFilter filter) {
        return jdbc.sql(sql)
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .param("sitsIn", viewer.sitsInIds())
                .param("kind", filter.kind())
                .param("object", filter.object())
                .param("actor", filter.actor())
                .param("verb", filter.verb())
                .param("body", filter.body())
                .param("from", timestamp(filter.from()))
                .param("until", timestamp(filter.until()))
                .param("impossible", filter.impossible());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static RecordedDeed deed(ResultSet row, int number) throws SQLException {
        return new RecordedDeed(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("verb"),
                row.getString("object_kind"),
                row.getObject("object_id", UUID.class),
                row.getObject("body_id", UUID.class),
                row.getString("changes"));
    }
}
