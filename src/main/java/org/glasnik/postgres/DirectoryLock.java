package org.glasnik.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One instance per directory. The system lets go of the lock when the process dies, however it dies.
 *
 * <p>Trap: closing <em>any</em> handle on the file drops every lock that this process has on it (POSIX). So nothing in this
 * process may open the file while it is held; that is what {@code HELD} is for.
 */
final class DirectoryLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DirectoryLock take(Home home) {
        var file = home.lock();
        if (!HELD.add(file)) {
            throw refusal(home, Long.toString(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, CREATE, READ, WRITE);
            // Whoever was killed a moment ago still holds it until the system has cleared him away.
            for (int tries = 0; channel.tryLock() == null; tries++) {
                if (tries == 20) {
                    throw refusal(home, Files.readString(file).strip());
                }
                LockSupport.parkNanos(50_000_000);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
            var lock = new DirectoryLock(file, channel);
            channel = null;
            return lock;
        } catch (IOException e) {
            throw new PostgresException(
                    "The lock file %s cannot be taken: %s. Give the directory to the user that Glasnik runs as, on a disk that knows file locks."
                            .formatted(file, e.getMessage()),
                    e);
        } finally {
            if (channel != null) {
                HELD.remove(file);
                quietly(channel);
            }
        }
    }

    private static PostgresException refusal(Home home, String pid) {
        return new PostgresException(
                "The database in %s is in use by another Glasnik, process %s. Stop that one first, or give this one a directory of its own."
                        .formatted(home.dir(), pid));
    }

    private static void quietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Nothing is written through it any more, and the lock goes with the handle either way.
        }
    }

    @Override
    public void close() {
        quietly(channel);
        HELD.remove(file);
    }
}
