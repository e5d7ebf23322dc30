package org.glasnik.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier server on these data has left: a postmaster without its Glasnik, backends without their postmaster (they hold
 * the shared memory, and no new server starts until they are gone), a pid file.
 */
final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration FAST = Duration.ofSeconds(15);
    private static final Duration IMMEDIATE = Duration.ofSeconds(25);
    private static final Duration BACKENDS = Duration.ofSeconds(2);

    private Leftovers() {}

    /** To be called only by the holder of the lock: then no server here has a right to run. */
    static void clear(Home home) {
        long begin = System.nanoTime();
        long orphaned = begin;
        var told = "";
        for (var found = find(home); !found.isEmpty(); found = find(home)) {
            var postmasters = found.entrySet().stream()
                    .filter(p -> p.getValue().contains("/postgres -D "))
                    .map(Map.Entry::getKey)
                    .toList();
            var waited = Duration.ofNanos(System.nanoTime() - begin);
            if (!postmasters.isEmpty()) {
                orphaned = System.nanoTime();
                var signal = waited.compareTo(FAST) < 0 ? "INT" : waited.compareTo(IMMEDIATE) < 0 ? "QUIT" : "KILL";
                if (!signal.equals(told)) {
                    log.warn(
                            "A server of an earlier start still runs on {}: pid {}, SIG{}",
                            home.data(),
                            postmasters,
                            signal);
                    postmasters.forEach(pid -> Command.signal(signal, pid));
                    told = signal;
                }
            } else if (System.nanoTime() - orphaned > BACKENDS.toNanos()) {
                found.keySet().forEach(pid -> Command.signal("KILL", pid));
            }
            pause();
        }
        try {
            // It may name a process that lives, but is not ours: PostgreSQL itself would not dare.
            if (Files.deleteIfExists(home.pidFile())) {
                log.info("The server on {} had not been stopped cleanly; the next one recovers", home.data());
            }
        } catch (IOException e) {
            throw new PostgresException("The file %s is stale and cannot be deleted.".formatted(home.pidFile()), e);
        }
    }

    /** Processes of a server on these data, by pid, with their titles. */
    static Map<Long, String> find(Home home) {
        var postmaster = "/postgres -D " + home.data() + " ";
        var backend = "postgres: " + home.cluster() + ": ";
        var found = new TreeMap<>(titles());
        found.values().removeIf(title -> !title.contains(postmaster) && !title.startsWith(backend));
        return found;
    }

    /** Zombies have no title, so a dead process that nobody has reaped (in a container) counts as dead. */
    private static Map<Long, String> titles() {
        var titles = new TreeMap<Long, String>();
        if (!Files.exists(Path.of("/proc/self/cmdline"))) {
            var listed = Command.run(Path.of("/"), List.of("ps", "-axww", "-o", "pid=,command="));
            listed.output().lines().map(String::strip).forEach(line -> {
                int space = line.indexOf(' ');
                if (space > 0) {
                    titles.put(
                            Long.parseLong(line.substring(0, space)),
                            line.substring(space).strip() + " ");
                }
            });
            return titles;
        }
        ProcessHandle.allProcesses().forEach(process -> {
            try {
                var bytes = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
                titles.put(process.pid(), new String(bytes, UTF_8).replace('\0', ' '));
            } catch (IOException e) {
                // It has ended meanwhile, or is none of our business.
            }
        });
        return titles;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("The start of the database was interrupted.", e);
        }
    }
}
