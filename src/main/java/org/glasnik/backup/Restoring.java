package org.glasnik.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Brings a backup back in one transaction: tables as they were when it was written, its rows, then the migrations since. Who
 * kills it leaves what was there before. Nobody may serve the database meanwhile.
 */
public final class Restoring {
    private final Connection connection;
    private final Path data;
    private final Path file;
    private final Supplier<char[]> passphrase;
    private final Clock clock;

    /**
     * @param connection of its own
     * @param data the folder of the installation
     * @param passphrase asked for only if the file is sealed
     */
    public Restoring(Connection connection, Path data, Path file, Supplier<char[]> passphrase, Clock clock) {
        this.connection = connection;
        this.data = data;
        this.file = file;
        this.passphrase = passphrase;
        this.clock = clock;
    }

    /** What was brought back. */
    public record Restored(Instant copiedAt, int tables, long rows, int files) {}

    /** What is to be done in the restored database before it is committed. */
    public interface Last {
        void in(DataSource transaction, Restored restored) throws Exception;
    }

    public Restored run(boolean overExisting, Last last) throws Exception {
        if (!Files.isReadable(file)) {
            throw new BackupException("There is no file %s that could be read.".formatted(file));
        }
        ArchiveReader archive = new ArchiveReader(file, passphrase);
        Manifest manifest = archive.verified();
        UUID id = UUID.randomUUID();
        StoredFiles files = new StoredFiles(data);
        connection.setAutoCommit(false);
        Restored restored;
        try {
            refuse(overExisting);
            files.settle(Restorations.ids(connection));
            files.prepare(id);
            restored = inTransaction(archive, manifest, id, files, last);
        } catch (Exception e) {
            files.discard(id);
            try {
                connection.rollback();
            } catch (SQLException gone) {
                e.addSuppressed(gone);
            }
            throw e;
        }
        // Should its outcome stay unknown, what lies ready stays, and the next start knows by the id whether to take
        // it.
        connection.commit();
        files.putInPlace(id);
        connection.setAutoCommit(true);
        run("analyze");
        return restored;
    }

    private Restored inTransaction(ArchiveReader archive, Manifest manifest, UUID id, StoredFiles files, Last last)
            throws Exception {
        OneTransaction transaction = new OneTransaction(connection);
        tablesOf(manifest, transaction);
        load(archive, manifest, id, files);
        Tables.flyway(transaction, null).migrate();
        long rows =
                manifest.tables().stream().mapToLong(Manifest.TablePart::rows).sum();
        Restored restored = new Restored(
                manifest.at(), manifest.tables().size(), rows, manifest.files().size());
        Restorations.add(connection, id, clock.instant(), manifest.at());
        last.in(transaction, restored);
        transaction.requireWhole();
        return restored;
    }

    /** Whether there is anyone in the database, so that a restore would need to be told to go on. */
    public static boolean lived(Connection connection) throws SQLException {
        return new Tables(connection).lived();
    }

    /** Finishes or clears away what a killed restore has left beside the stored files. Not while one runs. */
    public static void settle(Connection connection, Path data) throws SQLException, IOException {
        new StoredFiles(data).settle(Restorations.ids(connection));
    }

    private void refuse(boolean overExisting) throws SQLException {
        if (!Presence.alone(connection)) {
            throw new BackupException("A Glasnik serves this database. Stop it first.");
        }
        if (!overExisting && new Tables(connection).lived()) {
            throw new BackupException(
                    "There are people in this database. To replace all of it, add --over-existing; to keep it, give --data another folder.");
        }
        run("set local lock_timeout = '10s'");
        run(BackingUp.PLAIN_FORMS);
    }

    /** Tables in the form that the backup's version had, with nothing in them. */
    private void tablesOf(Manifest manifest, DataSource transaction) throws SQLException {
        for (String schema : Tables.schemas()) {
            run("drop schema if exists %s cascade".formatted(schema));
        }
        List<String> known = List.of(Tables.flyway(transaction, null).info().all()).stream()
                .map(each -> each.getVersion() == null ? "" : each.getVersion().getVersion())
                .toList();
        if (!known.contains(manifest.version())) {
            throw new BackupException(
                    "%s was written by a newer Glasnik (tables of version %s). Restore it with that one."
                            .formatted(file, manifest.version()));
        }
        Tables.flyway(transaction, MigrationVersion.fromVersion(manifest.version()))
                .migrate();
        if (!new HashSet<>(new Tables(connection).migrations()).equals(new HashSet<>(manifest.migrations()))) {
            throw new BackupException(
                    "The tables of %s were made by other migrations than this Glasnik has. Restore it with the one that wrote it, then update."
                            .formatted(file));
        }
    }

    private void load(ArchiveReader archive, Manifest manifest, UUID id, StoredFiles files) throws Exception {
        Map<String, Manifest.TablePart> tables = new HashMap<>();
        manifest.tables().forEach(table -> tables.put(table.entry(), table));
        Tables database = new Tables(connection);
        List<Tables.Table> present = database.all();
        require(manifest, present, database.sequences());
        List<Tables.ForeignKey> keys = database.foreignKeys().stream()
                .filter(key -> comesLater(key, manifest))
                .toList();
        for (Tables.Table table : present) {
            run("alter table %s disable trigger user".formatted(table.name()));
        }
        run("truncate "
                + String.join(", ", present.stream().map(Tables.Table::name).toList()));
        for (Tables.ForeignKey key : keys) {
            run("alter table %s alter constraint %s deferrable initially deferred".formatted(key.table(), key.name()));
        }
        CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        Manifest again = archive.read((name, content) -> {
            Manifest.TablePart table = tables.get(name);
            if (table != null) {
                copy(copying, table, content);
            } else {
                files.layReady(id, name, content);
            }
        });
        if (!again.equals(manifest)) {
            throw new BackupException("%s was changed while it was being read. Nothing was restored.".formatted(file));
        }
        for (Manifest.SequencePart sequence : manifest.sequences()) {
            run("select setval('%s', %d, %s)".formatted(sequence.name(), sequence.value(), sequence.called()));
        }
        run("set constraints all immediate");
        for (Tables.ForeignKey key : keys) {
            run("alter table %s alter constraint %s not deferrable".formatted(key.table(), key.name()));
        }
        for (Tables.Table table : present) {
            run("alter table %s enable trigger user".formatted(table.name()));
        }
    }

    /** Names go into SQL: they must be those of tables that are there. */
    private void require(Manifest manifest, List<Tables.Table> present, List<Manifest.SequencePart> sequences) {
        Map<String, List<String>> columns = new HashMap<>();
        present.forEach(table -> columns.put(table.name(), table.columns()));
        List<String> names = sequences.stream().map(Manifest.SequencePart::name).toList();
        boolean fits =
                manifest.tables().stream().allMatch(table -> table.columns().equals(columns.get(table.name())))
                        && manifest.sequences().stream().allMatch(sequence -> names.contains(sequence.name()));
        if (!fits) {
            throw new BackupException("The tables in %s are not those of its version.".formatted(file));
        }
    }

    /** Only where references go round in a circle must they wait until all rows are there: waiting ones are kept in memory. */
    private static boolean comesLater(Tables.ForeignKey key, Manifest manifest) {
        List<String> order =
                manifest.tables().stream().map(Manifest.TablePart::name).toList();
        return order.indexOf(key.to()) > order.indexOf(key.table());
    }

    private static void copy(CopyManager copying, Manifest.TablePart table, InputStream content) throws Exception {
        long rows = copying.copyIn(
                "copy %s (%s) from stdin".formatted(table.name(), String.join(", ", table.columns())), content);
        if (rows != table.rows()) {
            throw new BackupException("Of %s there are %d rows instead of %d. Nothing was restored."
                    .formatted(table.name(), rows, table.rows()));
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
