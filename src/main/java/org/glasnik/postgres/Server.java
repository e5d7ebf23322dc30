package org.glasnik.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: started, started again when it dies, stopped. */
final class Server {

    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final int TRIES = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Home home;
    private final Path software;
    private final Account account;
    private final String token;
    private final Map<String, String> settings;
    private volatile boolean closing;
    private volatile @Nullable Postmaster postmaster;
    private int port;

    Server(Home home, Path software, Account account, String token, Map<String, String> settings) {
        this.home = home;
        this.software = software;
        this.account = account;
        this.token = token;
        this.settings = settings;
    }

    synchronized void start() {
        for (int tries = 1; ; tries++) {
            Leftovers.clear(home);
            port = Ports.choose(home, account);
            try {
                launch();
                break;
            } catch (PostgresException e) {
                // Somebody may have taken the port between our look and PostgreSQL's.
                if (tries == 3) {
                    throw e;
                }
            }
        }
        Thread.ofVirtual().name("postgres-supervisor").start(this::supervise);
    }

    int port() {
        return port;
    }

    long pid() {
        var current = postmaster;
        return current == null ? -1 : current.pid();
    }

    void stop() {
        closing = true;
        // The supervisor may be in the middle of a start: it sees the flag and lets go.
        synchronized (this) {
            if (postmaster != null) {
                postmaster.stop();
            }
            // If it was dead already, its backends may not have noticed yet.
            Leftovers.clear(home);
        }
    }

    private void launch() {
        var arguments = Settings.arguments(home, port, token, settings);
        var started = Postmaster.start(home, software, account, arguments);
        postmaster = started;
        try {
            started.awaitReady(() -> closing);
        } catch (PostgresException e) {
            started.stop();
            throw e;
        }
    }

    private void supervise() {
        try {
            while (!closing) {
                var current = postmaster;
                if (current == null || current.ended(Duration.ofHours(1))) {
                    if (closing || !revive()) {
                        return;
                    }
                }
                Postmaster.pruneLogs(home);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean revive() throws InterruptedException {
        log.warn("PostgreSQL (pid {}) has died; starting it again", pid());
        for (int tries = 0; tries < TRIES; tries++) {
            Thread.sleep(Math.min(LONGEST_PAUSE.toMillis(), 50L << Math.min(tries, 20)));
            synchronized (this) {
                if (closing) {
                    return false;
                }
                try {
                    Leftovers.clear(home);
                    launch();
                    log.info("PostgreSQL is back, pid {}", pid());
                    return true;
                } catch (PostgresException e) {
                    if (closing) {
                        return false;
                    }
                    log.warn("PostgreSQL does not start (try {} of {}): {}", tries + 1, TRIES, e.getMessage());
                }
            }
        }
        log.error("PostgreSQL could not be started again. Read {}, then start Glasnik anew.", home.log());
        return false;
    }
}
