package org.glasnik.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Makes and drops databases on the server. */
record Databases(String url, String user, String password) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String DUPLICATE = "42P04";

    void create(String name) {
        var quoted = quoted(name);
        try (var connection = connect()) {
            if (!exists(connection, name)) {
                execute(connection, List.of("""
                        create database %s template template0 encoding 'UTF8'
                        locale_provider builtin builtin_locale 'C.UTF-8'""".formatted(quoted)));
            }
        } catch (SQLException e) {
            if (!DUPLICATE.equals(e.getSQLState())) {
                throw failure("The database %s could not be made".formatted(name), e);
            }
        }
    }

    void clone(String template, String name) {
        try (var connection = connect()) {
            // Measured with 60 tables: without fsync, copying files takes 280 ms instead of 370; with it, 750 instead
            // of 520.
            var strategy = Durability.faults(connection).contains("fsync") ? "file_copy" : "wal_log";
            execute(
                    connection,
                    List.of(
                            "drop database if exists %s with (force)".formatted(quoted(name)),
                            "create database %s template %s strategy %s"
                                    .formatted(quoted(name), quoted(template), strategy)));
        } catch (SQLException e) {
            throw failure("The database %s could not be copied from %s".formatted(name, template), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("select from pg_database where datname = ?")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, List<String> commands) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    private static String quoted(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
        return '"' + name + '"';
    }

    private static PostgresException failure(String what, SQLException e) {
        return new PostgresException(
                "%s: %s. See PostgreSQL's log in the directory of the database.".formatted(what, e.getMessage()), e);
    }
}
