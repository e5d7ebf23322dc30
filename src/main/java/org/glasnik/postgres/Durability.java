package org.glasnik.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether a server keeps what it has acknowledged. Asks any PostgreSQL, not only the embedded one. */
public final class Durability {

    private Durability() {}

    /**
     * Names of the settings, as this connection sees them, by which an acknowledged commit can be lost when the process, the
     * system or the power fails. {@code synchronous_commit} is a fault when {@code off}; {@code local} is none, for the commit
     * is then on this machine's disk, and what a standby must confirm is for its operator to decide.
     */
    public static List<String> faults(Connection connection) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select name from pg_settings
                        where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
                        order by name""")) {
            while (rows.next()) {
                faults.add(rows.getString(1));
            }
        }
        return List.copyOf(faults);
    }

    /** Whether damage to data on the disk is noticed when it is read. */
    public static boolean checksums(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select current_setting('data_checksums') = 'on'")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
