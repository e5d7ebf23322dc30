package org.glasnik.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of stored files. A restore lays the new ones ready beside it under the id of the restoration; that id is
 * committed with the database, so whoever is killed in between leaves a clear case (decision 0006).
 */
final class StoredFiles {
    private final Path data;

    StoredFiles(Path data) {
        this.data = data;
    }

    Path folder() {
        return data.resolve("files");
    }

    /** Paths within the folder, without what is still being written: such names begin with a dot. */
    List<String> list() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder().relativize(file).toString())
                    .filter(path -> Stream.of(path.split("/")).noneMatch(part -> part.startsWith(".")))
                    .sorted()
                    .toList();
        }
    }

    /** Null where it has been deleted since it was listed. */
    @Nullable InputStream open(String path) throws IOException {
        try {
            return Files.newInputStream(folder().resolve(path));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Also for a backup without files: its folder is then an empty one. */
    void prepare(UUID id) throws IOException {
        Files.createDirectories(data);
        Files.createDirectory(
                ready(id), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    void layReady(UUID id, String path, InputStream content) throws IOException {
        Path root = ready(id);
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new BackupException("A file of the backup would lie outside of its folder: " + path);
        }
        Files.createDirectories(file.resolveSibling("."));
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
                var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
            content.transferTo(out);
            channel.force(true);
        }
        ArchiveWriter.sync(file.getParent());
    }

    /** Puts what lies ready in place of the present files. May be interrupted anywhere and called again. */
    void putInPlace(UUID id) throws IOException {
        Path old = data.resolve("files.old-" + id);
        if (Files.exists(ready(id))) {
            if (Files.exists(folder())) {
                Files.move(folder(), old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(ready(id), folder(), StandardCopyOption.ATOMIC_MOVE);
        }
        ArchiveWriter.sync(data);
        deleteTree(old);
    }

    /** After a kill: what belongs to a committed restoration takes its place, the rest goes. */
    void settle(Set<UUID> committed) throws IOException {
        for (Path ready : named("files.new-")) {
            UUID id = id(ready);
            if (id != null && committed.contains(id)) {
                putInPlace(id);
            } else {
                deleteTree(ready);
            }
        }
        for (Path old : named("files.old-")) {
            deleteTree(old);
        }
    }

    void discard(UUID id) throws IOException {
        deleteTree(ready(id));
    }

    private Path ready(UUID id) {
        return data.resolve("files.new-" + id);
    }

    private static @Nullable UUID id(Path ready) {
        try {
            return UUID.fromString(ready.getFileName().toString().substring("files.new-".length()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<Path> named(String prefix) throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(data)) {
            return all.filter(p -> p.getFileName().toString().startsWith(prefix)).sorted().toList();
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
