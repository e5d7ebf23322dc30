package org.glasnik.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.glasnik.postgres.EmbeddedPostgres;
import org.glasnik.testing.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** Folders of installations: making a database takes most of a first start, so they are copies of one. */
final class Seed {
    private static final Path HOME = make();

    private Seed() {}

    /** An installation with all tables and nobody in it. */
    static Path copy(Path folder) throws Exception {
        Files.createDirectories(folder);
        Process copying =
                new ProcessBuilder("cp", "-a", HOME.resolve("database").toString(), folder.toString()).start();
        if (copying.waitFor() != 0) {
            throw new AssertionError("no copy of the seed");
        }
        return folder;
    }

    private static Path make() {
        try {
            Path home = Path.of("target", "operate-seed").toAbsolutePath();
            if (Files.exists(home)) {
                try (var all = Files.walk(home)) {
                    for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
            Path database = Files.createDirectories(home.resolve("database"));
            Files.createSymbolicLink(
                    database.resolve("postgres"),
                    Files.createDirectories(Path.of("target", "postgres").toAbsolutePath()));
            try (EmbeddedPostgres server = EmbeddedPostgres.start(database)) {
                server.createDatabase(Database.NAME);
                PGSimpleDataSource source = new PGSimpleDataSource();
                source.setUrl(server.jdbcUrl(Database.NAME));
                source.setUser(server.user());
                source.setPassword(server.password());
                TestDatabase.migrate(source);
            }
            return home;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
