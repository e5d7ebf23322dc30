package org.glasnik.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of this process alone, among those that nodes with one and the same folder of data have had for their indexes. */
final class IndexFolder implements Closeable {
    private static final int MOST = 64;

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
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel) != null) {
                return new IndexFolder(path, channel);
            }
            channel.close();
        }
        throw new IOException("All folders for indexes are in use");
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
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Path path() {
        return path;
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
