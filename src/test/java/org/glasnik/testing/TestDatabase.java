package org.glasnik.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.glasnik.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL for all tests, kept in {@code target} between runs. A test class gets its own database, cloned from a
 * template with all migrations and the cast in it. {@code GLASNIK_TEST_DATABASE_URL} runs them on a server of one's own,
 * whose user must be allowed to create databases.
 */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path CAST = Path.of("src/main/resources/demo");

    private static @Nullable EmbeddedPostgres server;
    private static @Nullable String template;

    private TestDatabase() {}

    static synchronized EmbeddedPostgres server() {
        if (server == null) {
            // Clones need no durability; the durability of the product has its own tests with its own server.
            server = EmbeddedPostgres.start(
                    Path.of("target/test-postgres").toAbsolutePath(),
                    Map.of(
                            "fsync",
                            "off",
                            "synchronous_commit",
                            "off",
                            "full_page_writes",
                            "off",
                            "max_connections",
                            "200"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        return server;
    }

    /** A new database with all migrations and the cast; the caller's to close. */
    public static synchronized HikariDataSource fresh() {
        String name = "t" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        server().cloneDatabase(template(), name);
        return pool(name);
    }

    /** A new database without a table. */
    public static synchronized HikariDataSource empty() {
        String name = "e" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        server().createDatabase(name);
        return pool(name);
    }

    public static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .defaultSchema("platform")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static synchronized String template() {
        if (template == null) {
            String name = "template_" + hash();
            if (!exists(name)) {
                server().createDatabase(name + "_making");
                PGSimpleDataSource source = new PGSimpleDataSource();
                source.setUrl(server().jdbcUrl(name + "_making"));
                source.setUser(server().user());
                source.setPassword(server().password());
                migrate(source);
                Cast.load(source);
                admin("alter database " + name + "_making rename to " + name);
            }
            template = name;
        }
        return template;
    }

    private static boolean exists(String name) {
        PGSimpleDataSource source = admin();
        try (var connection = source.getConnection();
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void admin(String sql) {
        try (var connection = admin().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PGSimpleDataSource admin() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server().jdbcUrl("postgres"));
        source.setUser(server().user());
        source.setPassword(server().password());
        return source;
    }

    private static HikariDataSource pool(String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server().jdbcUrl(database));
        config.setUsername(server().user());
        config.setPassword(server().password());
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }

    /** Of all that the template is made from, so that it is made again when that has changed. */
    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path root : List.of(
                    MIGRATIONS,
                    CAST,
                    Path.of("src/test/java/org/glasnik/testing"),
                    Path.of("src/main/java/org/glasnik/demo"))) {
                if (Files.isDirectory(root)) {
                    try (Stream<Path> files = Files.walk(root)) {
                        for (Path file :
                                files.filter(Files::isRegularFile).sorted().toList()) {
                            digest.update(file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                            digest.update(Files.readAllBytes(file));
                        }
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
