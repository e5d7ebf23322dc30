package org.glasnik.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** When copies were written and brought back. */
public final class Restorations {
    private Restorations() {}

    static Set<UUID> ids(Connection connection) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        if (there(connection)) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select id from backup.restoration")) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }

    static void add(Connection connection, UUID id, Instant at, Instant copiedAt) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into backup.restoration (id, at, copied_at) values (?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setTimestamp(2, Timestamp.from(at));
            insert.setTimestamp(3, Timestamp.from(copiedAt));
            insert.executeUpdate();
        }
    }

    /** Notes a backup that was written. */
    public static void written(Connection connection, BackingUp.Copy copy, Instant at) throws SQLException {
        if (there(connection)) {
            try (var insert =
                    connection.prepareStatement("insert into backup.copy (at, bytes, encrypted) values (?, ?, ?)")) {
                insert.setTimestamp(1, Timestamp.from(at));
                insert.setLong(2, copy.bytes());
                insert.setBoolean(3, copy.encrypted());
                insert.executeUpdate();
            }
        }
    }

    /** When the newest backup was written; empty where none was, or where nobody noted it. */
    public static Optional<Instant> lastWritten(Connection connection) throws SQLException {
        if (!there(connection)) {
            return Optional.empty();
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select max(at) from backup.copy")) {
            row.next();
            return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
        }
    }

    /** An older version has no such tables yet. */
    private static boolean there(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('backup.restoration') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
