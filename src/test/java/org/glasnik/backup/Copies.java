package org.glasnik.backup;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.glasnik.testing.TestDatabase;

/** Databases to copy from and to, and what is in them. */
final class Copies {
    static final Instant AT = Instant.parse("2027-03-08T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(AT.plusSeconds(3600), ZoneOffset.UTC);

    private Copies() {}

    static Connection connect(HikariDataSource database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    /** With the cast, something in tables that are left out, and two stored files and a key in the folder. */
    static HikariDataSource lived(Path data) throws Exception {
        HikariDataSource database = TestDatabase.fresh();
        execute(database, """
                insert into platform.setting (name, value) values ('name', E'Школа \\t «комунікації»\\n\\\\N');
                insert into signin.session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                                            expiry_time)
                values ('p', 's', 0, 0, 0, 0);
                insert into platform.once (key, digest, location) values (gen_random_uuid(), '', '');
                insert into platform.change (topic, version) values ('setting', 7)""");
        Files.createDirectories(data.resolve("files/ab"));
        Files.writeString(data.resolve("files/ab/abc"), "Перший файл");
        Files.write(data.resolve("files/second"), new byte[300_000]);
        Files.writeString(data.resolve("files/.unfinished"), "half");
        Files.writeString(data.resolve("installation.key"), "00".repeat(32));
        return database;
    }

    static void execute(HikariDataSource database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static BackingUp.Copy write(HikariDataSource database, Path data, Path file, String... passphrase)
            throws Exception {
        try (Connection connection = connect(database)) {
            return BackingUp.write(
                    connection, data, file, passphrase.length == 0 ? null : passphrase[0].toCharArray(), AT);
        }
    }

    static Restoring.Restored restore(HikariDataSource database, Path data, Path file, boolean over) throws Exception {
        return restore(database, data, file, over, "a passphrase of words");
    }

    static Restoring.Restored restore(HikariDataSource database, Path data, Path file, boolean over, String passphrase)
            throws Exception {
        try (Connection connection = connect(database)) {
            return new Restoring(connection, data, file, passphrase::toCharArray, CLOCK)
                    .run(over, (transaction, restored) -> {});
        }
    }

    /** Rows and their hash for each table that is copied. */
    static Map<String, String> tables(HikariDataSource database) throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            for (Tables.Table table : new Tables(connection).all()) {
                if (!table.leftOut()) {
                    try (var row = statement.executeQuery("""
                            select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
                            from %s t""".formatted(table.name()))) {
                        row.next();
                        hashes.put(table.name(), row.getString(1));
                    }
                }
            }
        }
        return hashes;
    }

    /** Path to content of all that lies in a folder. */
    static Map<String, String> files(Path data) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (!Files.exists(data)) {
            return files;
        }
        try (var all = Files.walk(data)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        data.relativize(file).toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
