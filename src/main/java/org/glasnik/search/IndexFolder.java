package org.glasnik.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of this process alone, among those that nodes with one and the same folder of data have had for their indexes. */
final class IndexFolder implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final int MOST = 64;
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private IndexFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** The first that nobody uses. */
    static IndexFolder in(Path data) throws IOException {
        for (int number = 1; number <= MOST; number++) {
            Path path = data.resolve("search").resolve(Integer.toString(number));
            // Names of people are in it.
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileChannel channel = lockFile(path);
            if (locked(channel) != null) {
                return new IndexFolder(path, channel);
            }
            channel.close();
        }
        throw new IOException("All folders for indexes are in use");
    }

    /** Deletes what is in the folders of nodes that are no more: names of people are in them, and nobody brings them in step. */
    void sweep(Instant before) {
        for (int number = 1; number <= MOST; number++) {
            Path other = path.resolveSibling(Integer.toString(number));
            try {
                if (!other.equals(path)
                        && Files.isDirectory(other)
                        && newest(other).isBefore(before)) {
                    empty(other);
                }
            } catch (IOException | UncheckedIOException e) {
                // Its node works in it at this moment, or it is somebody else's: then it is not ours to sweep.
                LOG.debug("The folder {} of an index was left alone: {}", other, e.toString());
            }
        }
    }

    private static void empty(Path other) throws IOException {
        try (FileChannel channel = lockFile(other)) {
            if (locked(channel) != null) {
                deleteAllBut(other.resolve(LOCK), other);
            }
        }
    }

    private static Instant newest(Path folder) throws IOException {
        Instant newest = Instant.MIN;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Instant at = Files.getLastModifiedTime(file).toInstant();
                newest = at.isAfter(newest) ? at : newest;
            }
        }
        return newest;
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void deleteAllBut(Path kept, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!kept.startsWith(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The index of a kind; what cannot be read is thrown away. */
    KindIndex open(String kind) throws IOException {
        Path folder = path.resolve(kind);
        try {
            return new KindIndex(folder);
        } catch (IOException | IllegalArgumentException e) {
            discard(kind);
            return new KindIndex(folder);
        }
    }

    void discard(String kind) throws IOException {
        Path folder = path.resolve(kind);
        if (Files.exists(folder)) {
            deleteAllBut(path.resolve(LOCK), folder);
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
