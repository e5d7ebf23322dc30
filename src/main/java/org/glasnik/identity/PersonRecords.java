package org.glasnik.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.registry.BinShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A person's record as the operator changes it: for anyone else no row is changed. */
@Repository
class PersonRecords implements BinShelf {
    private final JdbcClient jdbc;
    private final Clock clock;

    PersonRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False where someone else has changed the record since {@code version}. */
    boolean rename(Viewer by, PersonId id, int version, String name) {
        return jdbc.sql("""
                        update identity.person set name = :name, version = version + 1
                        where id = :id and :operator and version = :version and deleted_at is null and erased_at is null""")
                        .param("operator", by.operator())
                        .param("name", name)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /**
     * The operators, locked until the transaction ends: whoever takes one away looks first who is left. The rows are read anew
     * once the lock is there, so two who look at the same time look one after the other.
     */
    Set<UUID> operators() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('identity.operator', 0))")
                .query()
                .listOfRows();
        return jdbc.sql("select id from identity.person where operator and deleted_at is null and erased_at is null")
                .query((row, n) -> row.getObject("id", UUID.class))
                .set();
    }

    /** False where it was so before. */
    boolean setOperator(Viewer by, PersonId id, boolean power) {
        return jdbc.sql("""
                        update identity.person set operator = :power, version = version + 1
                        where id = :id and :operator and operator <> :power and deleted_at is null and erased_at is null""")
                        .param("power", power)
                        .param("operator", by.operator())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Puts a person into the bin. */
    boolean delete(Viewer by, PersonId id) {
        return jdbc.sql("""
                        update identity.person set deleted_at = :now, version = version + 1
                        where id = :id and :operator and deleted_at is null and erased_at is null""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .param("operator", by.operator())
                        .update()
                == 1;
    }

    /** Takes a person out of the bin; the name. */
    Optional<String> restore(Viewer by, PersonId id) {
        return jdbc.sql("""
                        update identity.person set deleted_at = null, version = version + 1
                        where id = :id and :operator and deleted_at is not null and erased_at is null returning name""")
                .param("id", id.value())
                .param("operator", by.operator())
                .query(String.class)
                .optional();
    }

    /** Whether a person still is in the bin since before an instant, and stays there until this transaction ends. */
    boolean staysBinned(PersonId id, Instant before) {
        return jdbc.sql("""
                        select true from identity.person
                        where id = :id and deleted_at < :before and erased_at is null for update""")
                .param("id", id.value())
                .param("before", Timestamp.from(before))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Who has been in the bin since before an instant. */
    List<PersonId> binnedBefore(Instant before) {
        return jdbc.sql("select id from identity.person where deleted_at < :before and erased_at is null order by id")
                .param("before", Timestamp.from(before))
                .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String heading() {
        return "identity.bin.people";
    }

    @Override
    public List<Binned> binned(Viewer viewer, Language reader) {
        return jdbc.sql("""
                        select id, name, deleted_at from identity.person
                        where :operator and deleted_at is not null and erased_at is null
                        order by deleted_at desc, id limit\s""" + MOST)
                .param("operator", viewer.operator())
                .query((row, n) -> new Binned(
                        row.getString("name"),
                        row.getTimestamp("deleted_at").toInstant(),
                        "/people/" + row.getString("id") + "/deletion/undo"))
                .list();
    }
}
