package org.glasnik.importing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works on which import and how far it has come, seen by others at once: in transactions of their own. The work itself
 * rests on its lock of the import; this only spares two nodes the same work.
 */
@Repository
class Progress {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    Progress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False where another is at it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean claim(ImportId id, UUID worker) {
        return jdbc.sql("""
                        insert into importing.progress as p (import_id, worker, leased_until)
                        select id, :worker, :until from importing.import where id = :id
                        on conflict (import_id) do update
                        set worker = excluded.worker, leased_until = excluded.leased_until, done = 0
                        where p.leased_until < :now or p.worker = excluded.worker""")
                        .param("id", id.value())
                        .param("worker", worker)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("until", Timestamp.from(clock.instant().plus(LEASE)))
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void come(ImportId id, UUID worker, int done) {
        jdbc.sql(
                        "update importing.progress set done = :done, leased_until = :until where import_id = :id and worker = :worker")
                .param("id", id.value())
                .param("worker", worker)
                .param("done", done)
                .param("until", Timestamp.from(clock.instant().plus(LEASE)))
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void release(ImportId id, UUID worker) {
        jdbc.sql("delete from importing.progress where import_id = :id and worker = :worker")
                .param("id", id.value())
                .param("worker", worker)
                .update();
    }

    /** Imports on which work was begun and nobody is at it: their node has died. */
    List<ImportId> left() {
        return jdbc.sql("""
                        select i.id from importing.import i left join importing.progress p on p.import_id = i.id
                        where i.state in ('judging', 'applying', 'undoing') and (p.leased_until is null or p.leased_until < :now)
                        order by i.id""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new ImportId(row.getObject("id", UUID.class)))
                .list();
    }
}
