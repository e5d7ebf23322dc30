package org.glasnik.deed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain's rows: batches, the links in them, and the deeds that wait for one. */
@Repository
class Batches {
    /** Of the word "deed" in ASCII: one number per kind of advisory lock. */
    private static final long CHAINING = 0x64656564L;

    private static final String DEED =
            " d.id, d.at, d.actor_id, d.verb, d.object_kind, d.object_id, d.body_id, d.about_person, d.detail_hash ";

    private final JdbcClient jdbc;

    Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Batch(long number, int count, byte[] previous, byte[] hash, Instant at) {}

    /** Held until the end of the transaction. False where someone else is chaining. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", CHAINING)
                .query(Boolean.class)
                .single();
    }

    Optional<Batch> last() {
        return jdbc.sql("select number, count, previous, hash, at from deed.batch order by number desc limit 1")
                .query(Batches::batch)
                .optional();
    }

    /** Takes the oldest waiting deeds off the queue. */
    List<DeedLine> take(int most) {
        UUID[] taken =
                jdbc.sql("""
                        delete from deed.waiting
                        where deed_id in (select deed_id from deed.waiting order by deed_id limit :most)
                        returning deed_id""").param("most", most).query(UUID.class).list().toArray(UUID[]::new);
        return taken.length == 0
                ? List.of()
                : jdbc.sql("select" + DEED + "from deed.deed d where d.id = any(:ids) order by d.id")
                        .param("ids", taken)
                        .query((row, n) -> line(row))
                        .list();
    }

    void add(Batch batch, List<DeedLine> lines) {
        jdbc.sql("""
                        insert into deed.batch (number, count, previous, hash, at)
                        values (:number, :count, :previous, :hash, :at)""")
                .param("number", batch.number())
                .param("count", batch.count())
                .param("previous", batch.previous())
                .param("hash", batch.hash())
                .param("at", Timestamp.from(batch.at()))
                .update();
        jdbc.sql("""
                        insert into deed.link (deed_id, batch, position)
                        select id, :batch, place from unnest(cast(:ids as uuid[])) with ordinality as g (id, place)""")
                .param("batch", batch.number())
                .param("ids", lines.stream().map(DeedLine::id).toArray(UUID[]::new))
                .update();
    }

    /** A stretch of the chain's batches in their order. */
    List<Batch> after(long number, int most) {
        return jdbc.sql("""
                        select number, count, previous, hash, at from deed.batch
                        where number > :number order by number limit :most""")
                .param("number", number)
                .param("most", most)
                .query(Batches::batch)
                .list();
    }

    /** What the links of some batches lead to, by batch, in their order. */
    Map<Long, List<Linked>> linked(List<Batch> of) {
        Map<Long, List<Linked>> byBatch = new HashMap<>();
        jdbc.sql("select l.batch, l.position, l.deed_id as linked_id, t.person_id, t.salt, t.changes," + DEED + """
                        from deed.link l
                        left join deed.deed d on d.id = l.deed_id
                        left join deed.detail t on t.deed_id = l.deed_id
                        where l.batch = any(:batches)
                        order by l.batch, l.position, l.deed_id""")
                .param("batches", of.stream().map(Batch::number).toArray(Long[]::new))
                .query(row -> {
                    byBatch.computeIfAbsent(row.getLong("batch"), n -> new java.util.ArrayList<>())
                            .add(new Linked(
                                    row.getObject("linked_id", UUID.class),
                                    row.getInt("position"),
                                    Optional.ofNullable(row.getObject("id")).isPresent() ? line(row) : null,
                                    row.getObject("person_id", UUID.class),
                                    row.getBytes("salt"),
                                    row.getString("changes")));
                });
        return byBatch;
    }

    /** Links into no batch, deeds that are neither chained nor waiting, and deeds that are both. */
    List<UUID> astray() {
        return jdbc.sql("""
                        select l.deed_id from deed.link l where not exists (select from deed.batch b where b.number = l.batch)
                        union
                        select d.id from deed.deed d
                        where not exists (select from deed.link l where l.deed_id = d.id)
                          and not exists (select from deed.waiting w where w.deed_id = d.id)
                        union
                        select w.deed_id from deed.waiting w
                        where exists (select from deed.link l where l.deed_id = w.deed_id)
                           or not exists (select from deed.deed d where d.id = w.deed_id)
                        order by 1""").query((row, n) -> row.getObject(1, UUID.class)).list();
    }

    /** Waiting deeds whose detail is not what was recorded, and details of no deed. */
    List<Linked> waiting() {
        return jdbc.sql("select w.deed_id as linked_id, t.person_id, t.salt, t.changes," + DEED + """
                        from deed.waiting w
                        join deed.deed d on d.id = w.deed_id
                        left join deed.detail t on t.deed_id = w.deed_id
                        order by w.deed_id""")
                .query((row, n) -> new Linked(
                        row.getObject("linked_id", UUID.class),
                        n + 1,
                        line(row),
                        row.getObject("person_id", UUID.class),
                        row.getBytes("salt"),
                        row.getString("changes")))
                .list();
    }

    List<UUID> detailsOfNoDeed() {
        return jdbc.sql("""
                        select t.deed_id from deed.detail t
                        where not exists (select from deed.deed d where d.id = t.deed_id) order by 1""").query((row, n) -> row.getObject(1, UUID.class)).list();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getLong("number"),
                row.getInt("count"),
                row.getBytes("previous"),
                row.getBytes("hash"),
                row.getTimestamp("at").toInstant());
    }

    private static DeedLine line(ResultSet row) throws SQLException {
        return new DeedLine(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("verb"),
                row.getString("object_kind"),
                row.getObject("object_id", UUID.class),
                row.getObject("body_id", UUID.class),
                row.getBoolean("about_person"),
                row.getBytes("detail_hash"));
    }
}
