package org.glasnik.officialpage;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.registry.BinShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** A page on its way into the archive or the bin, and back. */
@Repository
class PageFates implements BinShelf {
    /** How long a deleted page can be taken back. */
    static final Duration KEPT = Duration.ofDays(30);

    /** What comes back must find its address free: another page may have it by now. */
    private static final String FREE = """
             and not exists (select 1 from officialpage.page o
                             where o.platform = p.platform and o.key = p.key and o.id <> p.id
                               and o.status <> 'archived' and o.deleted_at is null)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PageFates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the body whose organisers read of it; empty where there is no such page for this viewer, or nothing to do */
    Optional<BodyId> archive(PageId id, Viewer viewer, LocalDate today) {
        return changed(
                "status = 'archived', archived_on = greatest(:today, opened_on)",
                "p.deleted_at is null and p.status <> 'archived'",
                id,
                viewer,
                today);
    }

    /** Empty also where another page has the address by now. Call under {@link Pages#lock}. */
    Optional<BodyId> reopen(PageId id, Viewer viewer, LocalDate today) {
        return changed(
                "status = 'live', archived_on = null",
                "p.deleted_at is null and p.status = 'archived'" + FREE,
                id,
                viewer,
                today);
    }

    Optional<BodyId> delete(PageId id, Viewer viewer, LocalDate today) {
        return changed("deleted_at = :now, deleted_by = cast(:me as uuid)", "p.deleted_at is null", id, viewer, today);
    }

    /** Empty also where another page has the address by now. Call under {@link Pages#lock}. */
    Optional<BodyId> restore(PageId id, Viewer viewer, LocalDate today) {
        return changed(
                "deleted_at = null, deleted_by = null",
                "p.deleted_at is not null and (p.status = 'archived' or true" + FREE + ")",
                id,
                viewer,
                today);
    }

    private Optional<BodyId> changed(String what, String which, PageId id, Viewer viewer, LocalDate today) {
        return jdbc.sql("update officialpage.page p set " + what + ", version = p.version + 1, changed_at = :now"
                        + " from registry.body_open b where b.id = p.body_id and p.id = :id and " + which + " and "
                        + PageRights.CHANGES + " returning coalesce(b.keeper_id, b.id)")
                .params(PageRights.of(viewer))
                .param("id", id.value())
                .param("today", today)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(BodyId::new);
    }

    /** Whether the viewer could change the page if its address were free: in the bin or in the archive. */
    boolean waits(PageId id, Viewer viewer) {
        return jdbc.sql("select exists (select 1 from officialpage.page p join registry.body_open b on b.id = p.body_id"
                        + " where p.id = :id and (p.deleted_at is not null or p.status = 'archived') and "
                        + PageRights.CHANGES + ")")
                .params(PageRights.of(viewer))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String heading() {
        return "officialpage.bin.pages";
    }

    @Override
    public List<Binned> binned(Viewer viewer, Language reader) {
        StatementSpec binned = jdbc.sql("select p.id, p.address, p.deleted_at, " + Pages.BODY_NAMED
                + " from officialpage.page p join registry.body_open b on b.id = p.body_id"
                + " where p.deleted_at is not null and " + PageRights.CHANGES
                + " order by p.deleted_at desc, p.id limit " + MOST);
        return binned.params(PageRights.of(viewer))
                .param("reader", reader.tag())
                .query((row, n) -> new Binned(
                        row.getString("address") + " · "
                                + Pages.bodyName(row, reader).text(),
                        row.getTimestamp("deleted_at").toInstant(),
                        "/pages/" + row.getString("id") + "/deletion/undo"))
                .list();
    }

    /** Removes for good what has been in the bin since before an instant. */
    List<PageId> purge(Instant before) {
        return jdbc.sql("delete from officialpage.page where deleted_at < :before returning id")
                .param("before", Timestamp.from(before))
                .query((row, n) -> new PageId(row.getObject(1, UUID.class)))
                .list();
    }
}
