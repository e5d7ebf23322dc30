package org.glasnik.backup;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Advisory locks by which those who serve a database and those who bring one back keep out of each other's way, on whatever
 * server it lies. Many may serve; one restores, alone.
 */
public final class Presence {
    /** "glasnik" in ASCII. */
    private static final long KEY = 0x676c61736e696bL;

    private Presence() {}

    /** Held until the connection ends. False while a restore runs. */
    public static boolean announce(Connection connection) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock_shared(" + KEY + ")");
    }

    /** Held until the transaction ends. False while someone serves or restores. */
    static boolean alone(Connection connection) throws SQLException {
        return ask(connection, "select pg_try_advisory_xact_lock(" + KEY + ")");
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
