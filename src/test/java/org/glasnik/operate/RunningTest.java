package org.glasnik.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One Glasnik as it is run, from its start to its stop. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Glasnik runs on Linux and macOS; signals are sent")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunningTest {
    @TempDir
    static Path temp;

    private static Running running;

    @BeforeAll
    static void start() throws Exception {
        running = Running.serve(Seed.copy(temp.resolve("data")), Map.of("TZ", "Europe/Kiev"));
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    @Test
    @Order(1)
    void itIsStartedLiveAndReady() throws Exception {
        assertThat(List.of(running.health("started"), running.health("live"), running.health("ready")))
                .containsOnly(200);
        assertThat(running.get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(running.get("/health/ready").statusCode())
                .as("not on the port of the visitors")
                .isEqualTo(404);
    }

    /** Else the driver would hand Europe/Kiev to a server that may not know it, and the log would be two hours ahead. */
    @Test
    @Order(1)
    void itsZoneIsUtcWhateverTheMachinesIs() {
        Matcher logged = Pattern.compile("^(\\d\\d:\\d\\d:\\d\\d)\\.\\d+ INFO", Pattern.MULTILINE)
                .matcher(running.said());
        assertThat(logged.find()).isTrue();
        long apart =
                Math.abs(Duration.between(LocalTime.parse(logged.group(1)), LocalTime.now(java.time.ZoneOffset.UTC))
                        .toMinutes());
        assertThat(Math.min(apart, 24 * 60 - apart)).isLessThan(10);
    }

    @Test
    @Order(2)
    void itsMetricsTellOfLettersAndDeeds() throws Exception {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            String metrics = client.send(
                            java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                                            "http://127.0.0.1:%d/metrics".formatted(running.healthPort)))
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(metrics)
                    .contains("glasnik_letters_waiting 0.0")
                    .contains("glasnik_deeds_waiting ")
                    .contains("hikaricp_connections ");
        }
    }

    @Test
    @Order(3)
    void commandsWorkBesideIt() throws Exception {
        Map<String, String> environment = Map.of("GLASNIK_BASE_URL", "http://localhost:" + running.port);
        Running.Ended check = Running.command(environment, "check", "--data", running.data.toString());
        assertThat(check.code()).as(check.said()).isZero();
        assertThat(check.said()).contains("ok    Durability").contains("nothing is red");

        Path file = temp.resolve("copy");
        Running.Ended backup =
                Running.command(environment, "backup", file.toString(), "--data", running.data.toString());
        assertThat(backup.code()).as(backup.said()).isZero();

        Running.Ended restore = Running.command(
                environment, "restore", file.toString(), "--data", running.data.toString(), "--over-existing");
        assertThat(restore.code()).isEqualTo(1);
        assertThat(restore.said()).contains("is in use by another Glasnik, process " + running.process.pid());

        Running.Ended second = Running.command(
                Map.of("GLASNIK_BASE_URL", "http://localhost:1", "GLASNIK_HEALTH_PORT", "0"),
                "serve",
                "--port",
                "0",
                "--data",
                running.data.toString());
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.said()).contains("is in use by another Glasnik, process " + running.process.pid());
    }

    /** Frozen, as by a disk that hangs: nobody says so, it just does not answer. */
    @Test
    @Order(4)
    void itIsNotReadyWhileTheDatabaseIsSilent() throws Exception {
        List<ProcessHandle> frozen = running.database();
        signal("STOP", frozen);
        try {
            Running.await(Duration.ofSeconds(5), () -> running.health("ready") == 503);
            assertThat(running.health("live")).isEqualTo(200);
        } finally {
            signal("CONT", frozen);
        }
        Running.await(Duration.ofSeconds(10), () -> running.health("ready") == 200);
    }

    @Test
    @Order(5)
    void itRecoversFromADatabaseThatWasKilled() throws Exception {
        long postmaster = running.postmaster();
        running.database().forEach(ProcessHandle::destroyForcibly);
        Running.await(
                Duration.ofSeconds(20), () -> running.postmaster() != postmaster && running.health("ready") == 200);
        assertThat(running.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void itStopsInOrderAndLeavesNobody() throws Exception {
        Running.await(Duration.ofSeconds(30), () -> status("/sign-in/link/none") == 410);
        List<ProcessHandle> database = running.database();
        // A request that waits for the database, and is waited for.
        signal("STOP", database);
        var late = CompletableFuture.supplyAsync(() -> status("/sign-in/link/none"));
        Thread.sleep(700);
        assertThat(late).isNotDone();
        running.process.toHandle().destroy();
        Thread.sleep(700);
        assertThat(running.process.isAlive()).isTrue();
        signal("CONT", database);
        assertThat(late.get(15, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo(410);
        assertThat(running.process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        Thread.sleep(500);
        assertThat(running.said()).endsWith("Glasnik has stopped.");
        assertThat(database).noneMatch(Running::lives);
        assertThat(running.data.resolve("database/data/postmaster.pid"))
                .as("stopped, not killed")
                .doesNotExist();
    }

    private static int status(String path) {
        try {
            return running.get(path).statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle each : processes) {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + each.pid())
                    .start()
                    .waitFor();
        }
    }
}
