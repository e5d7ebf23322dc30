package org.glasnik.backup;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes all tables, as they are at one moment, and all stored files into one file, while the application goes on. */
public final class BackingUp {
    /** Text form that is the same whatever the server's or the user's settings are. */
    static final String PLAIN_FORMS = """
            set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local timezone = 'UTC';
            set local bytea_output = 'hex'; set local extra_float_digits = 1""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BackingUp() {}

    /** What was written. */
    public record Copy(Path file, long bytes, boolean encrypted, int tables, long rows, int files) {}

    /**
     * @param connection of its own, not in a transaction
     * @param data the folder of the installation
     * @param target must not exist yet
     * @param passphrase to seal it with, or null
     */
    public static Copy write(Connection connection, Path data, Path target, char @Nullable [] passphrase, Instant at)
            throws Exception {
        if (Files.exists(target)) {
            throw new BackupException("%s is already there. Give the backup another name.".formatted(target));
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            throw new BackupException("The folder %s is not there or cannot be written to.".formatted(folder));
        }
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (ArchiveWriter archive = new ArchiveWriter(target, passphrase)) {
            Manifest manifest = parts(connection, new StoredFiles(data), archive, at);
            archive.entry(Manifest.ENTRY, out -> out.write(JSON.writeValueAsBytes(manifest)));
            long bytes = archive.finish();
            long rows = manifest.tables().stream()
                    .mapToLong(Manifest.TablePart::rows)
                    .sum();
            return new Copy(
                    target,
                    bytes,
                    passphrase != null,
                    manifest.tables().size(),
                    rows,
                    manifest.files().size());
        } finally {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        }
    }

    private static Manifest parts(Connection connection, StoredFiles files, ArchiveWriter archive, Instant at)
            throws Exception {
        Tables database = new Tables(connection);
        List<Tables.Table> all = database.all();
        if (all.isEmpty()) {
            throw new BackupException("There is nothing in this database yet, so there is nothing to back up.");
        }
        try (var statement = connection.createStatement()) {
            statement.execute(PLAIN_FORMS);
            // Nobody may change their columns meanwhile.
            statement.execute("lock table "
                    + all.stream().map(Tables.Table::name).collect(Collectors.joining(", "))
                    + " in access share mode");
        }
        List<Manifest.Migration> migrations = database.migrations();
        List<Manifest.TablePart> tables = new ArrayList<>();
        CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Tables.Table table : Tables.inOrder(all)) {
            if (!table.leftOut()) {
                tables.add(table(copying, table, archive));
            }
        }
        List<Manifest.FilePart> stored = new ArrayList<>();
        for (String path : files.list()) {
            try (InputStream content = files.open(path)) {
                if (content != null) {
                    stored.add(file(path, content, archive));
                }
            }
        }
        return new Manifest(
                Manifest.FORMAT,
                at,
                migrations,
                tables,
                database.sequences(),
                stored,
                all.stream()
                        .filter(Tables.Table::leftOut)
                        .map(Tables.Table::name)
                        .toList());
    }

    private static Manifest.TablePart table(CopyManager copying, Tables.Table table, ArchiveWriter archive)
            throws Exception {
        long[] rows = new long[1];
        String hash = archive.entry(
                Manifest.TABLES + table.name(),
                out -> rows[0] = copying.copyOut(
                        "copy %s (%s) to stdout".formatted(table.name(), String.join(", ", table.columns())), out));
        return new Manifest.TablePart(table.name(), table.columns(), rows[0], hash);
    }

    private static Manifest.FilePart file(String path, InputStream content, ArchiveWriter archive) throws Exception {
        long[] size = new long[1];
        String hash = archive.entry(path, out -> size[0] = content.transferTo(out));
        return new Manifest.FilePart(path, size[0], hash);
    }
}
