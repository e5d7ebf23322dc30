package org.glasnik.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Directories for tests, which share one unpacked PostgreSQL, and short words for asking. */
final class Homes {

    private Homes() {}

    static Home fresh(Path temporary) {
        try {
            var home = Home.at(temporary.resolve("database"));
            var shared = Files.createDirectories(Path.of("target", "postgres").toAbsolutePath());
            Files.createSymbolicLink(home.software(), shared);
            return home;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** With a database that has been made before: initdb takes most of a first start. */
    static Home seeded(Path temporary) {
        var home = fresh(temporary);
        var copy = List.of(
                "cp", "-a", Seed.HOME.data().toString(), Seed.HOME.password().toString(), ".");
        if (!Command.run(home.dir(), copy).ok()) {
            throw new AssertionError("no copy of the seed");
        }
        return home;
    }

    private static final class Seed {
        static final Home HOME = make();

        private static Home make() {
            try {
                var target = Path.of("target", "postgres-seed");
                if (Files.exists(target)) {
                    Home.deleteTree(target);
                }
                var home = fresh(target);
                EmbeddedPostgres.start(home.dir()).close();
                return home;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
    }

    static void execute(EmbeddedPostgres postgres, String... commands) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (var connection = connect(postgres)) {
            return ask(connection, question);
        }
    }

    static final String BUSY =
            "select count(*) from pg_stat_activity where query like 'select count%' and pid <> pg_backend_pid()";

    /** A query that would take minutes and looks at nothing meanwhile. */
    static void busy(Connection connection) {
        try {
            ask(connection, "select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b");
        } catch (SQLException killed) {
            // As expected.
        }
    }

    /** SIGKILL, which nobody can catch. */
    static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    static List<ProcessHandle> tree(long pid) {
        var root = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /** Asks until the answer is true. An error counts as "not yet". */
    static void await(Duration limit, Callable<Boolean> condition) throws InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception notYet) {
                // Asked again below.
            }
            if (System.nanoTime() - begin > limit.toNanos()) {
                throw new AssertionError("not within " + limit);
            }
            Thread.sleep(10);
        }
    }
}
