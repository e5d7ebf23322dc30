package org.glasnik.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bodies on their way into the bin, in it, and out of it. */
@Repository
class BinnedBodies implements BinShelf {
    /** The operator all; an organiser those that its bodies keep, but no organising body: it could shut itself out. */
    private static final String MAY = "(:operator or (keeper_id = any(:organises) and not organising))";

    private final JdbcClient jdbc;
    private final Clock clock;

    BinnedBodies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the body whose organisers read of it; empty where there is no such body for this viewer */
    Optional<BodyId> delete(BodyId id, Viewer viewer) {
        return jdbc.sql(
                        "update registry.body set deleted_at = :now, deleted_by = :by, version = version + 1 where id = :id"
                                + " and deleted_at is null and " + MAY + " returning coalesce(keeper_id, id)")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", viewer.me().value())
                .param("id", id.value())
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .query(UUID.class)
                .optional()
                .map(BodyId::new);
    }

    Optional<BodyId> restore(BodyId id, Viewer viewer) {
        return jdbc.sql(
                        "update registry.body set deleted_at = null, deleted_by = null, version = version + 1 where id = :id"
                                + " and deleted_at is not null and " + MAY + " returning coalesce(keeper_id, id)")
                .param("id", id.value())
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .query(UUID.class)
                .optional()
                .map(BodyId::new);
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String heading() {
        return "registry.bin.bodies";
    }

    @Override
    public List<Binned> binned(Viewer viewer, Language reader) {
        return jdbc.sql("select b.id, b.deleted_at, " + Bodies.NAMED
                        + " from registry.body b where deleted_at is not null and " + MAY
                        + " order by deleted_at desc, b.id limit " + MOST)
                .param("reader", reader.tag())
                .param("operator", viewer.operator())
                .param("organises", viewer.organisesIds())
                .query((row, n) -> new Binned(
                        Bodies.name(row, reader).text(),
                        row.getTimestamp("deleted_at").toInstant(),
                        "/bodies/" + row.getString("id") + "/deletion/undo"))
                .list();
    }

    /** Removes for good what has been in the bin since before an instant and what nothing refers to. */
    List<BodyId> purge(Instant before) {
        return jdbc.sql("select registry.purge(:before)")
                .param("before", Timestamp.from(before))
                .query((row, n) -> new BodyId(row.getObject(1, UUID.class)))
                .list();
    }
}
