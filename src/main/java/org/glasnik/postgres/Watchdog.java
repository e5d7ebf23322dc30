package org.glasnik.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shell that waits at the end of a pipe from this process. When the pipe ends without a word, this process has died, be it
 * by kill -9, and the shell stops the server: fast, and after a second at once.
 */
final class Watchdog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    // $1 is the token of the server, $2 its pid file. The file may name a process that is long gone, or the server of
    // a Glasnik that has started since; neither has our token. The first second without a server is for one that is
    // just being started.
    private static final String SCRIPT = """
            trap '' HUP INT QUIT TERM
            read -r word && exit 0
            token=$1 file=$2 sent= tick=0
            alive() {
                pid=
                { read -r pid < "$file"; } 2>/dev/null
                case $pid in '' | *[!0-9]*) return 1 ;; esac
                if [ -e /proc/self/cmdline ]
                then title=$(tr '\\0' ' ' < "/proc/$pid/cmdline")
                else title=$(ps -ww -p "$pid" -o command=)
                fi 2>/dev/null
                case $title in *"$token"*) return 0 ;; *) return 1 ;; esac
            }
            while [ $tick -lt 200 ]; do
                if alive; then
                    [ -n "$sent" ] || { kill -INT "$pid"; sent=$tick; }
                    [ $tick -ne $((sent + 18)) ] || kill -QUIT "$pid"
                else
                    [ -z "$sent" ] && [ $tick -lt 20 ] || exit 0
                fi
                tick=$((tick + 1))
                sleep 0.05
            done
            """;

    private final Home home;
    private final String token;
    private @Nullable Process process;
    private boolean closed;

    Watchdog(Home home, String token) {
        this.home = home;
        this.token = token;
    }

    synchronized void start() {
        if (closed) {
            return;
        }
        var command = Command.detached(
                List.of("sh", "-c", SCRIPT, "sh", token, home.pidFile().toString()));
        try {
            var started = Command.builder(home.dir(), command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process = started;
            var _ = started.onExit().thenRunAsync(this::again);
        } catch (IOException e) {
            throw new PostgresException("The watchdog of the database cannot be started: no sh was found.", e);
        }
    }

    /** Somebody has killed the watchdog. */
    private void again() {
        try {
            Thread.sleep(200);
            start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (PostgresException e) {
            log.warn("The database runs on without a watchdog", e);
        }
    }

    synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (process == null) {
            return;
        }
        try (var out = process.outputWriter(StandardCharsets.US_ASCII)) {
            out.write("bye\n");
        } catch (IOException e) {
            log.debug("The watchdog was gone already", e);
        }
        try {
            var _ = process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
