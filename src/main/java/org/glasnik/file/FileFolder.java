package org.glasnik.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder of stored files: {@code files/ab/cd/<id>}, the two last bytes of the id first, as they are random. What is still
 * being written lies in {@code .incoming}, which backups pass over.
 */
@Component
class FileFolder {
    private final Path root;

    FileFolder(@Value("${glasnik.data:data}") Path data) {
        this.root = data.resolve("files").toAbsolutePath().normalize();
    }

    Path path(FileId id) {
        String hex = id.toString();
        String end = hex.substring(hex.length() - 4);
        return root.resolve(end.substring(2)).resolve(end.substring(0, 2)).resolve(hex);
    }

    /** An empty file to be written, readable by its owner only. */
    Path incoming() throws IOException {
        Path folder = root.resolve(".incoming");
        Files.createDirectories(folder);
        return Files.createFile(
                folder.resolve(UUID.randomUUID().toString()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Puts a written file in its place. When this returns it survives a loss of power. */
    void keep(Path written, FileId id) throws IOException {
        sync(written, StandardOpenOption.WRITE);
        Path to = path(id);
        Path folder = java.util.Objects.requireNonNull(to.getParent());
        Files.createDirectories(folder);
        Files.move(written, to, StandardCopyOption.ATOMIC_MOVE);
        for (Path above = folder; above != null && above.startsWith(root); above = above.getParent()) {
            sync(above, StandardOpenOption.READ);
        }
    }

    void delete(FileId id) {
        delete(path(id));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders of the second level, in which files lie. */
    List<Path> shards() {
        return list(root).stream()
                .filter(path -> !path.getFileName().toString().startsWith("."))
                .flatMap(path -> list(path).stream())
                .toList();
    }

    List<Path> files(Path shard) {
        return list(shard);
    }

    List<Path> leftIncoming() {
        return list(root.resolve(".incoming"));
    }

    /** Empty for what is not named like a stored file. */
    static Optional<FileId> id(Path file) {
        try {
            return Optional.of(FileId.of(file.getFileName().toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean olderThan(Instant limit, Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
