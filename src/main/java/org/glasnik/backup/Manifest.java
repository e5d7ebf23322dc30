package org.glasnik.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an archive holds: its last entry, {@code manifest.json}.
 *
 * @param format of the archive; a reader refuses a higher one than it knows
 * @param migrations that had been applied, in their order
 * @param tables in an order in which each row's references are there before it
 */
record Manifest(
        int format,
        Instant at,
        List<Migration> migrations,
        List<TablePart> tables,
        List<SequencePart> sequences,
        List<FilePart> files,
        List<String> leftOut) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    static final String TABLES = "tables/";

    /** @param checksum Flyway's, null for what has none */
    record Migration(@Nullable String version, @Nullable Integer checksum) {}

    /** @param columns quoted where SQL wants it */
    record TablePart(String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return TABLES + name;
        }
    }

    record SequencePart(String name, long value, boolean called) {}

    /** @param path within the folder of the installation, and of the archive */
    record FilePart(String path, long size, String sha256) {}

    /** The hash that each entry must have, by its name. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        tables.forEach(table -> hashes.put(table.entry(), table.sha256()));
        files.forEach(file -> hashes.put(file.path(), file.sha256()));
        return hashes;
    }

    /** The newest migration; empty before the first. */
    String version() {
        return migrations.stream()
                .map(Migration::version)
                .filter(java.util.Objects::nonNull)
                .map(org.flywaydb.core.api.MigrationVersion::fromVersion)
                .max(java.util.Comparator.naturalOrder())
                .map(org.flywaydb.core.api.MigrationVersion::getVersion)
                .orElse("");
    }
}
