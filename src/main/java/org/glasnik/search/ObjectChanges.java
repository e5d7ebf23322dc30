package org.glasnik.search;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has changed in the tables of those who are searched, in an order in which nothing is missed. */
@Repository
class ObjectChanges {
    /** A node that was away for longer builds its indexes anew. */
    static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;

    ObjectChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A change that was read, with all before it: transaction ids are 64 bits and never come again. */
    record Cursor(long xid, long id) implements Comparable<Cursor> {
        @Override
        public int compareTo(Cursor other) {
            return xid != other.xid ? Long.compare(xid, other.xid) : Long.compare(id, other.id);
        }
    }

    record Change(Cursor cursor, String kind, UUID object) {}

    /**
     * @param name of the database as no other has it: a restored one has another, a copy of its files as well, and one that was
     *     brought back to an earlier time lives on another timeline
     * @param pruned changes of transactions up to this one are gone
     * @param horizon everything that transactions before this one have done is to be seen
     */
    record State(String name, long pruned, long horizon) {}

    State state() {
        return read().or(() -> {
                    jdbc.sql("insert into search.epoch default values on conflict do nothing")
                            .update();
                    return read();
                })
                .orElseThrow();
    }

    private Optional<State> read() {
        return jdbc.sql("""
                        select concat_ws('/', e.id, s.system_identifier, c.timeline_id, d.oid) as name, e.pruned::text as pruned,
                               pg_snapshot_xmin(pg_current_snapshot())::text as horizon
                        from search.epoch e, pg_control_system() s, pg_control_checkpoint() c, pg_database d
                        where d.datname = current_database()""")
                .query((row, n) -> new State(row.getString("name"), row.getLong("pruned"), row.getLong("horizon")))
                .optional();
    }

    /** Changes after a cursor, none of a transaction beside which another could still commit before it. */
    List<Change> after(Cursor cursor, int limit) {
        return jdbc.sql("""
                        select id, kind, object_id, xid::text as xid from search.change
                        where (xid, id) > (cast(:xid as xid8), :id) and xid < pg_snapshot_xmin(pg_current_snapshot())
                        order by xid, id limit :limit""")
                .param("xid", Long.toString(cursor.xid()))
                .param("id", cursor.id())
                .param("limit", limit)
                .query((row, n) -> new Change(
                        new Cursor(row.getLong("xid"), row.getLong("id")),
                        row.getString("kind"),
                        row.getObject("object_id", UUID.class)))
                .list();
    }

    /** Forgets changes that were written before an instant: nodes have read them, or build their index anew. */
    int prune(Instant before) {
        return jdbc.sql("""
                        with gone as (delete from search.change where at < :before returning xid),
                             told as (update search.epoch
                                      set pruned = greatest(pruned, (select max(xid) from gone))
                                      where exists (select from gone))
                        select count(*) from gone""")
                .param("before", Timestamp.from(before))
                .query(Integer.class)
                .single();
    }
}
