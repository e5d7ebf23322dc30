package org.glasnik.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.glasnik.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoringTest {
    @TempDir
    Path temp;

    private Path there;
    private Path here;
    private Path file;

    @BeforeEach
    void folders() throws Exception {
        there = Files.createDirectories(temp.resolve("there"));
        here = temp.resolve("here");
        file = temp.resolve("copy.glasnik");
    }

    @Test
    void everyTableAndFileComesBack() throws Exception {
        try (HikariDataSource lived = Copies.lived(there);
                HikariDataSource empty = TestDatabase.empty()) {
            Map<String, String> tables = Copies.tables(lived);
            BackingUp.Copy copy = Copies.write(lived, there, file);
            Restoring.Restored restored = Copies.restore(empty, here, file, false);

            assertThat(Copies.tables(empty)).isEqualTo(tables);
            Map<String, String> files = Copies.files(there);
            files.remove("files/.unfinished");
            assertThat(Copies.files(here)).isEqualTo(files);
            assertThat(restored).isEqualTo(new Restoring.Restored(Copies.AT, copy.tables(), copy.rows(), copy.files()));
            assertThat(copy.files()).isEqualTo(3);
        }
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        try (ArchiveWriter archive = new ArchiveWriter(file, null)) {
            assertThat(mode(temp.resolve("copy.glasnik.partial"))).isEqualTo("rw-------");
            archive.finish();
        }
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(Files.exists(temp.resolve("copy.glasnik.partial"))).isFalse();
    }

    @Test
    void aBackupThatFailsLeavesNothing() throws Exception {
        try (HikariDataSource empty = TestDatabase.empty()) {
            assertThatThrownBy(() -> Copies.write(empty, there, file)).isInstanceOf(BackupException.class);
        }
        assertThat(Copies.files(temp)).isEmpty();
    }

    @Test
    void whatIsThereIsNotReplacedUnasked() throws Exception {
        try (HikariDataSource lived = Copies.lived(there);
                HikariDataSource other = TestDatabase.fresh()) {
            Copies.write(lived, there, file);
            Copies.execute(other, "update identity.person set name = 'Хтось інший'");
            Map<String, String> before = Copies.tables(other);

            assertThatThrownBy(() -> Copies.restore(other, here, file, false)).hasMessageContaining("--over-existing");
            assertThat(Copies.tables(other)).isEqualTo(before);

            Copies.restore(other, here, file, true);
            assertThat(Copies.tables(other)).isEqualTo(Copies.tables(lived));
        }
    }

    @Test
    void whoeverServesTheDatabaseKeepsItsRows() throws Exception {
        try (HikariDataSource lived = Copies.lived(there);
                HikariDataSource empty = TestDatabase.empty()) {
            Copies.write(lived, there, file);
            try (Connection serving = Copies.connect(empty)) {
                assertThat(Presence.announce(serving)).isTrue();
                assertThatThrownBy(() -> Copies.restore(empty, here, file, true))
                        .hasMessageContaining("serves this database");
            }
            Copies.restore(empty, here, file, true);
        }
    }

    /** Its process gone in the last moment before the commit, as by kill -9. */
    @Test
    void whoeverKillsItLeavesWhatWasThere() throws Exception {
        try (HikariDataSource lived = Copies.lived(there);
                HikariDataSource other = Copies.lived(here)) {
            Copies.execute(other, "update identity.person set name = 'Хтось інший'");
            Files.writeString(here.resolve("installation.key"), "11".repeat(32));
            Copies.write(lived, there, file);
            Map<String, String> tables = Copies.tables(other);
            Map<String, String> files = Copies.files(here);

            try (Connection connection = Copies.connect(other)) {
                Restoring restoring = new Restoring(connection, here, file, () -> new char[0], Copies.CLOCK);
                assertThatThrownBy(() -> restoring.run(true, (transaction, restored) -> {
                            try (var statement = transaction.getConnection().createStatement()) {
                                statement.execute("select pg_terminate_backend(pg_backend_pid())");
                            }
                        }))
                        .isInstanceOf(java.sql.SQLException.class);
            }
            assertThat(Copies.tables(other)).isEqualTo(tables);
            assertThat(Copies.files(here)).isEqualTo(files);
        }
    }

    @Test
    void aStepThatRollsBackUndoesAll() throws Exception {
        try (HikariDataSource lived = Copies.lived(there);
                HikariDataSource empty = TestDatabase.empty();
                Connection connection = Copies.connect(empty)) {
            Copies.write(lived, there, file);
            Restoring restoring = new Restoring(connection, here, file, () -> new char[0], Copies.CLOCK);
            assertThatThrownBy(() -> restoring.run(
                            false,
                            (transaction, restored) ->
                                    transaction.getConnection().rollback()))
                    .hasMessageContaining("rolled back");
            assertThat(Copies.tables(empty)).isEmpty();
        }
    }

    /** Its tables are made as they were then, and brought up to today. */
    @Test
    void aCopyOfAnOlderVersionBecomesOneOfToday() throws Exception {
        try (HikariDataSource old = TestDatabase.empty();
                HikariDataSource empty = TestDatabase.empty()) {
            Flyway.configure()
                    .dataSource(old)
                    .defaultSchema("platform")
                    .locations("classpath:db/migration")
                    .target("20261122.1170")
                    .load()
                    .migrate();
            Copies.execute(
                    old,
                    "insert into identity.person (name, mail, mail_key) values ('Іра', 'i@a.example', 'i@a.example')");
            Copies.write(old, there, file);
            Map<String, String> then = Copies.tables(old);
            assertThat(then).doesNotContainKey("backup.copy");

            Copies.restore(empty, here, file, false);

            Map<String, String> now = Copies.tables(empty);
            assertThat(now).containsKey("backup.copy").containsEntry("identity.person", then.get("identity.person"));
            try (HikariDataSource today = TestDatabase.empty()) {
                TestDatabase.migrate(today);
                assertThat(now.keySet()).isEqualTo(Copies.tables(today).keySet());
            }
        }
    }

    @Test
    void whatIsLeftOutIsDeclaredOnItsTable() throws Exception {
        try (HikariDataSource fresh = TestDatabase.fresh();
                Connection connection = Copies.connect(fresh)) {
            assertThat(new Tables(connection)
                            .all().stream().filter(Tables.Table::leftOut).map(Tables.Table::name))
                    .containsExactly(
                            "backup.restoration",
                            "factor.challenge",
                            "factor.try",
                            "platform.change",
                            "platform.once",
                            "platform.rate_limit",
                            "search.change",
                            "search.epoch",
                            "signin.arrival",
                            "signin.mail_request",
                            "signin.session",
                            "signin.session_attributes");
        }
    }

    @Test
    void referencesStandBeforeWhatRefersToThem() throws Exception {
        try (HikariDataSource fresh = TestDatabase.fresh();
                Connection connection = Copies.connect(fresh)) {
            var ordered = Tables.inOrder(new Tables(connection).all());
            for (int i = 0; i < ordered.size(); i++) {
                var before =
                        ordered.subList(0, i).stream().map(Tables.Table::name).toList();
                assertThat(before)
                        .as(ordered.get(i).name())
                        .containsAll(ordered.get(i).references());
            }
        }
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
