package org.glasnik.platform;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The mark of a demo's database, a setting named {@code demo}. Anyone may be anyone in a demo, so nothing real may live in its
 * database: it is marked before the first row is in it and the mark is never taken away.
 */
public final class DemoMark {
    private DemoMark() {}

    /** False also where there are no tables yet. */
    public static boolean on(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var there = statement.executeQuery("select to_regclass('platform.setting') is not null")) {
                if (!there.next() || !there.getBoolean(1)) {
                    return false;
                }
            }
            try (var rows = statement.executeQuery(
                    "select exists (select from platform.setting where name = 'demo' and value = 'true')")) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    public static void put(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into platform.setting (name, value) values ('demo', 'true')
                    on conflict (name) do update set value = excluded.value""");
        }
    }
}
