package org.glasnik.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of PostgreSQL's first process, a direct child of this one: so its death is known at once, and its pid is sure. */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration RECOVERY = Duration.ofMinutes(15);
    private static final int LOGS_KEPT = 5;
    private static final int STATUS_LINE = 7;

    private final Home home;
    private final Process process;

    private Postmaster(Home home, Process process) {
        this.home = home;
        this.process = process;
    }

    static Postmaster start(Home home, Path software, Account account, List<String> settings) {
        try {
            if (!Files.isDirectory(home.log())) {
                Files.createDirectory(home.log());
                account.own(home.log());
            }
            List<String> command = new ArrayList<>(account.prefix());
            command.addAll(List.of(
                    software.resolve("bin/postgres").toString(),
                    "-D",
                    home.data().toString()));
            command.addAll(settings);
            var process = Command.builder(home.dir(), Command.detached(command))
                    .redirectErrorStream(true)
                    .redirectOutput(home.startLog().toFile())
                    .start();
            process.getOutputStream().close();
            account.own(home.startLog());
            return new Postmaster(home, process);
        } catch (IOException e) {
            throw new PostgresException(
                    "PostgreSQL cannot be started: %s. Look at the rights of %s.".formatted(e.getMessage(), home.dir()),
                    e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean ended(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    void awaitReady(BooleanSupplier cancelled) {
        long begin = System.nanoTime();
        while (!ready()) {
            if (cancelled.getAsBoolean()) {
                throw new PostgresException("The database is being stopped.");
            }
            if (System.nanoTime() - begin > RECOVERY.toNanos()) {
                throw new PostgresException(
                        "PostgreSQL has not become ready in %d minutes. Read %s; if it is still recovering, start Glasnik again."
                                .formatted(RECOVERY.toMinutes(), home.log()));
            }
            try {
                if (ended(Duration.ofMillis(10))) {
                    throw new PostgresException("PostgreSQL does not start. It said: %s. Its logs are in %s."
                            .formatted(lastWords(), home.log()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PostgresException("The start of the database was interrupted.", e);
            }
        }
    }

    private boolean ready() {
        try {
            var lines = Files.readAllLines(home.pidFile());
            return lines.size() > STATUS_LINE
                    && lines.getFirst().strip().equals(Long.toString(pid()))
                    && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /** Fast: clients are cut off, what they have committed is written. If that takes too long, the next start recovers. */
    void stop() {
        boolean interrupted = false;
        var signals = List.of("INT", "QUIT", "KILL");
        var patience = List.of(60, 10, 10);
        for (int i = 0; i < signals.size() && process.isAlive(); i++) {
            Command.signal(signals.get(i), pid());
            try {
                var _ = ended(Duration.ofSeconds(patience.get(i)));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastWords() {
        List<String> lines = new ArrayList<>();
        try {
            var logs = Home.list(home.log(), "postgresql-");
            if (!logs.isEmpty()) {
                lines.addAll(Files.readAllLines(logs.getLast()));
            }
            lines.addAll(Files.readAllLines(home.startLog()));
        } catch (IOException e) {
            log.debug("No logs to quote", e);
        }
        var words = lines.stream()
                .filter(line -> !line.contains(" LOG:  ") && !line.isBlank())
                .toList();
        return words.isEmpty()
                ? "nothing"
                : String.join(" / ", words.subList(Math.max(0, words.size() - 4), words.size()));
    }

    static void pruneLogs(Home home) {
        try {
            var logs = Home.list(home.log(), "postgresql-");
            for (var old : logs.subList(0, Math.max(0, logs.size() - LOGS_KEPT))) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            log.warn("Old logs in {} could not be deleted", home.log(), e);
        }
    }
}
