package org.glasnik.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of stored files. Who may see a file is a matter of the module that it belongs to: ask for its id only after your own
 * query has let the viewer through.
 */
@Repository
public class StoredFiles {
    private static final String COLUMNS = "id, name, type, size, person_id, body_id, stored_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those in the bin are left out. */
    public Map<FileId, StoredFile> of(Set<FileId> ids) {
        return jdbc
                .sql("select " + COLUMNS + " from file.file where id = any(:ids) and deleted_at is null")
                .param("ids", values(ids))
                .query(StoredFiles::read)
                .list()
                .stream()
                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    /** Moves files to the bin, from which they can be taken back for 30 days. */
    public void delete(Set<FileId> ids) {
        jdbc.sql("update file.file set deleted_at = :now where id = any(:ids) and deleted_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", values(ids))
                .update();
    }

    public void restore(Set<FileId> ids) {
        jdbc.sql("update file.file set deleted_at = null where id = any(:ids)")
                .param("ids", values(ids))
                .update();
    }

    /** One upload of an owner at a time from here to the end of the transaction, or two could pass the quota together. */
    long usedBy(FileOwner owner, FilePurpose purpose) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:owner, 0))")
                .param("owner", "file.file " + owner)
                .query((row, n) -> true)
                .list();
        return jdbc.sql("""
                        select coalesce(sum(size), 0) from file.file
                        where purpose = :purpose and (person_id = :person or body_id = :body)""")
                .param("purpose", purpose.code())
                .param("person", person(owner))
                .param("body", body(owner))
                .query(Long.class)
                .single();
    }

    StoredFile add(String name, FileType type, long size, byte[] sha256, FilePurpose purpose, FileOwner owner) {
        return jdbc.sql("""
                        insert into file.file (name, type, size, sha256, purpose, person_id, body_id, stored_at)
                        values (:name, :type, :size, :sha256, :purpose, :person, :body, :now)
                        returning """ + " " + COLUMNS)
                .param("name", name)
                .param("type", type.media())
                .param("size", size)
                .param("sha256", sha256)
                .param("purpose", purpose.code())
                .param("person", person(owner))
                .param("body", body(owner))
                .param("now", Timestamp.from(clock.instant()))
                .query(StoredFiles::read)
                .single();
    }

    /** All of some people, the bin included. */
    List<FileId> ofPeople(Set<PersonId> people) {
        return jdbc.sql("select id from file.file where person_id = any(:people)")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, n) -> new FileId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Deletes the rows of what has been in the bin since before an instant. */
    List<FileId> purge(Instant before) {
        return jdbc.sql("delete from file.file where deleted_at < :before returning id")
                .param("before", Timestamp.from(before))
                .query((row, n) -> new FileId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Those of some ids that have a row, in the bin or not. */
    Set<FileId> known(Collection<FileId> ids) {
        return new HashSet<>(jdbc.sql("select id from file.file where id = any(:ids)")
                .param("ids", values(ids))
                .query((row, n) -> new FileId(row.getObject("id", UUID.class)))
                .list());
    }

    private static UUID[] values(Collection<FileId> ids) {
        return ids.stream().map(FileId::value).toArray(UUID[]::new);
    }

    private static @Nullable UUID person(FileOwner owner) {
        return owner.person() == null ? null : owner.person().value();
    }

    private static @Nullable UUID body(FileOwner owner) {
        return owner.body() == null ? null : owner.body().value();
    }

    private static StoredFile read(ResultSet row, int number) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        UUID body = row.getObject("body_id", UUID.class);
        return new StoredFile(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("name"),
                FileType.of(row.getString("type")).orElse(FileType.TEXT),
                row.getLong("size"),
                new FileOwner(person == null ? null : new PersonId(person), body == null ? null : new BodyId(body)),
                row.getTimestamp("stored_at").toInstant());
    }
}
