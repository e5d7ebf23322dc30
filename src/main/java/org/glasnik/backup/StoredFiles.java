package org.glasnik.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an installation keeps outside its database: stored files and its key. A restore lays the new ones ready in a folder
 * under the id of the restoration; that id is committed with the database, so whoever is killed in between leaves a clear case
 * (decision 0006).
 */
final class StoredFiles {
    private static final String KEY = "installation.key";
    private static final String FILES = "files";
    private static final String READY = "restored-";
    private static final String OLD = "replaced-";

    private final Path data;

    StoredFiles(Path data) {
        this.data = data;
    }

    /** Paths within the folder of the installation, without what is still being written: such names begin with a dot. */
    List<String> list() throws IOException {
        List<String> paths = new ArrayList<>();
        if (Files.exists(data.resolve(KEY))) {
            paths.add(KEY);
        }
        if (Files.isDirectory(data.resolve(FILES))) {
            try (Stream<Path> all = Files.walk(data.resolve(FILES))) {
                all.filter(Files::isRegularFile)
                        .map(file -> data.relativize(file).toString())
                        .filter(path -> Stream.of(path.split("/")).noneMatch(part -> part.startsWith(".")))
                        .sorted()
                        .forEach(paths::add);
            }
        }
        return paths;
    }

    /** Null where it has been deleted since it was listed. */
    @Nullable
    InputStream open(String path) throws IOException {
        try {
            return Files.newInputStream(data.resolve(path));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Also for a backup without files: its folder is then an empty one. */
    void prepare(UUID id) throws IOException {
        Files.createDirectories(data);
        Files.createDirectory(
                ready(id), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectory(ready(id).resolve(FILES));
    }

    void layReady(UUID id, String path, InputStream content) throws IOException {
        Path file = ready(id).resolve(path).normalize();
        Path root = ready(id).resolve(FILES);
        if (!path.equals(KEY) && (!path.startsWith(FILES + "/") || !file.startsWith(root) || file.equals(root))) {
            throw new BackupException("A file of the backup would lie outside of its folder: " + path);
        }
        Files.createDirectories(file.resolveSibling("."));
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            content.transferTo(java.nio.channels.Channels.newOutputStream(channel));
            channel.force(true);
        }
        ArchiveWriter.sync(file.getParent());
    }

    /** Puts what lies ready in place of what is there. May be interrupted anywhere and called again. */
    void putInPlace(UUID id) throws IOException {
        Path ready = ready(id);
        if (Files.exists(ready.resolve(KEY))) {
            Files.move(ready.resolve(KEY), data.resolve(KEY), StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(ready.resolve(FILES))) {
            Path present = data.resolve(FILES);
            if (Files.exists(present)) {
                Files.move(present, data.resolve(OLD + id), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(ready.resolve(FILES), present, StandardCopyOption.ATOMIC_MOVE);
        }
        ArchiveWriter.sync(data);
        deleteTree(ready);
        deleteTree(data.resolve(OLD + id));
    }

    /** After a kill: what belongs to a committed restoration takes its place, the rest goes. */
    void settle(Set<UUID> committed) throws IOException {
        for (Path ready : named(READY)) {
            UUID id = id(ready);
            if (id != null && committed.contains(id)) {
                putInPlace(id);
            } else {
                deleteTree(ready);
            }
        }
        for (Path old : named(OLD)) {
            deleteTree(old);
        }
    }

    void discard(UUID id) throws IOException {
        deleteTree(ready(id));
    }

    private Path ready(UUID id) {
        return data.resolve(READY + id);
    }

    private static @Nullable UUID id(Path ready) {
        try {
            return UUID.fromString(ready.getFileName().toString().substring(READY.length()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<Path> named(String prefix) throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(data)) {
            return all.filter(p -> p.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
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
