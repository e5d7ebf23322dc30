package org.glasnik.namematch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.listing.Collation;
import org.glasnik.listing.Exporting;
import org.glasnik.listing.ListRequest;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have decided about names, shared by all organisers. */
@Repository
class Decisions {
    /** One holds; of a body in the bin none does. */
    private static final String CURRENT = """
             from namematch.decision d
            where d.replaced_by is null and d.undone_at is null
              and (d.body_id is null or exists (select from registry.body_open b where b.id = d.body_id))
            """;

    private static final String FILTERED = CURRENT + """
              and (:text = '' or platform.fold(d.name) like platform.anywhere(:text))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param body null: none of the register */
    record Wanted(NameLine line, @Nullable BodyId body) {}

    /** A new decision about each name; what held before is replaced. Gives their ids in the order given. */
    List<DecisionId> decide(UUID batch, List<Wanted> all, Viewer by) {
        lock();
        List<DecisionId> ids = jdbc.sql("select uuidv7() as id from generate_series(1, :count)")
                .param("count", all.size())
                .query((row, n) -> new DecisionId(row.getObject("id", UUID.class)))
                .list();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Wanted wanted = all.get(i);
            DecisionKey key = DecisionKey.of(wanted.line());
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", ids.get(i).value());
            row.put("name", wanted.line().name());
            row.put("context", wanted.line().context());
            row.put("name_key", key.name());
            row.put("context_key", key.context());
            row.put("body_id", wanted.body() == null ? null : wanted.body().value());
            rows.add(row);
        }
        String json = Json.MAPPER.writeValueAsString(rows);
        jdbc.sql("""
                        update namematch.decision d set replaced_by = g.id
                        from jsonb_to_recordset(cast(:rows as jsonb)) as g (id uuid, name_key text, context_key text)
                        where d.name_key = g.name_key and d.context_key = g.context_key
                          and d.replaced_by is null and d.undone_at is null""").param("rows", json).update();
        jdbc.sql("""
                        insert into namematch.decision (id, batch_id, name, context, name_key, context_key, body_id, decided_by, decided_at)
                        select g.id, :batch, g.name, g.context, g.name_key, g.context_key, g.body_id, :by, :now
                        from jsonb_to_recordset(cast(:rows as jsonb))
                             as g (id uuid, name text, context jsonb, name_key text, context_key text, body_id uuid)""")
                .param("rows", json)
                .param("batch", batch)
                .param("by", by.me().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return ids;
    }

    /** Takes a batch back as far as it still holds; what it replaced holds again. */
    List<DecisionId> undo(UUID batch) {
        lock();
        List<DecisionId> undone = jdbc.sql("""
                        update namematch.decision set undone_at = :now
                        where batch_id = :batch and replaced_by is null and undone_at is null returning id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", batch)
                .query((row, n) -> new DecisionId(row.getObject("id", UUID.class)))
                .list();
        jdbc.sql("update namematch.decision set replaced_by = null where replaced_by = any(:ids)")
                .param("ids", undone.stream().map(DecisionId::value).toArray(UUID[]::new))
                .update();
        return undone;
    }

    /** The name is open again. Empty where the decision does not hold. */
    Optional<Decision> forget(DecisionId id) {
        lock();
        return one("""
                update namematch.decision set undone_at = :now
                where id = :id and replaced_by is null and undone_at is null returning *""", id);
    }

    /** Empty where it was not forgotten, or the name has been decided about anew. */
    Optional<Decision> recall(DecisionId id) {
        lock();
        return one("""
                update namematch.decision d set undone_at = null
                where d.id = :id and d.undone_at <= :now and d.replaced_by is null and not exists (
                      select from namematch.decision o
                      where o.name_key = d.name_key and o.context_key = d.context_key
                        and o.replaced_by is null and o.undone_at is null)
                returning *""", id);
    }

    private Optional<Decision> one(String sql, DecisionId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> decision(row))
                .optional();
    }

    /** Two who decide about one name at once do so one after the other. */
    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('namematch.decision', 0))")
                .query((row, n) -> true)
                .single();
    }

    Map<DecisionKey, Decision> of(Collection<DecisionKey> keys) {
        Map<DecisionKey, Decision> found = new HashMap<>();
        jdbc.sql("select d.*" + CURRENT + "and d.name_key = any(:names)")
                .param("names", keys.stream().map(DecisionKey::name).distinct().toArray(String[]::new))
                .query((row, n) -> decision(row))
                .list()
                .forEach(decision -> found.put(decision.key(), decision));
        return found;
    }

    /** Those that hold no more too. */
    Map<UUID, String> namesOf(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, name from namematch.decision where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> names.put(row.getObject("id", UUID.class), row.getString("name")))
                .list();
        return names;
    }

    int count(ListRequest request) {
        return jdbc.sql("select count(*)" + FILTERED)
                .param("text", request.filter("text"))
                .query(Integer.class)
                .single();
    }

    List<Decision> page(ListRequest request, Language reader) {
        return jdbc.sql("select d.*" + FILTERED + order(request, reader) + " limit " + ListRequest.SIZE + " offset "
                        + request.offset())
                .param("text", request.filter("text"))
                .query((row, n) -> decision(row))
                .list();
    }

    Stream<Decision> all(ListRequest request, Language reader) {
        return jdbc
                .sql("select d.*" + FILTERED + order(request, reader))
                .param("text", request.filter("text"))
                .withFetchSize(Exporting.FETCHED)
                .query((row, n) -> decision(row))
                .stream();
    }

    private static String order(ListRequest request, Language reader) {
        return " order by "
                + request.orderBy(
                        Map.of("name", "d.name collate " + Collation.of(reader), "at", "d.decided_at"), "d.id");
    }

    private static Decision decision(ResultSet row) throws SQLException {
        UUID body = row.getObject("body_id", UUID.class);
        return new Decision(
                new DecisionId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Json.texts(row.getString("context")),
                new DecisionKey(row.getString("name_key"), row.getString("context_key")),
                body == null ? null : new BodyId(body),
                row.getObject("decided_by", UUID.class),
                row.getTimestamp("decided_at").toInstant());
    }
}
