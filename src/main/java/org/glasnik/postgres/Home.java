package org.glasnik.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/** The directory of one database, and where each thing lies in it. */
record Home(Path dir) {

    static Home at(Path dir) {
        try {
            var absolute = dir.toAbsolutePath();
            if (!Files.isDirectory(absolute)) {
                var parent = absolute.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(
                        absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return new Home(absolute.toRealPath());
        } catch (IOException e) {
            throw new PostgresException(
                    "The directory for the database, %s, cannot be made. Make it, and let Glasnik write into it."
                            .formatted(dir),
                    e);
        }
    }

    Path data() {
        return dir.resolve("data");
    }

    Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    Path software() {
        return dir.resolve("postgres");
    }

    Path password() {
        return dir.resolve("password");
    }

    Path port() {
        return dir.resolve("port");
    }

    Path lock() {
        return dir.resolve("lock");
    }

    Path log() {
        return dir.resolve("log");
    }

    /** What is ours here; anything else in the directory is not touched. */
    List<Path> parts() {
        return List.of(data(), software(), password(), port(), lock(), log());
    }

    /** What PostgreSQL said before its log collector took over. */
    Path startLog() {
        return log().resolve("start.log");
    }

    /** PostgreSQL writes it into the title of each of its processes: so they are known when their parent is gone. */
    String cluster() {
        var sum = new CRC32C();
        sum.update(data().toString().getBytes(UTF_8));
        return "glasnik-" + HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Entries whose name begins so; none where the directory is not there. */
    static List<Path> list(Path dir, String prefix) throws IOException {
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        try (var entries = Files.list(dir)) {
            return entries.filter(p -> String.valueOf(p.getFileName()).startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    static void deleteTree(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
