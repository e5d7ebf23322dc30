package org.glasnik.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the server, of Glasnik, of both, in any order: the data are there again and nothing is left running. */
class RecoveryTest {

    static final Duration SOON = Duration.ofSeconds(3);
    static final Duration RESTART = Duration.ofSeconds(10);

    @TempDir
    Path temporary;

    Home home;

    @BeforeEach
    void fresh() {
        home = Homes.seeded(temporary);
    }

    @Test
    void aKilledServerComesBack() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home.dir())) {
            Homes.execute(postgres, "create table kept as select 7 as leaves");
            int port = postgres.port();
            long first = postgres.pid();
            try (var busy = Homes.connect(postgres)) {
                var _ = Thread.ofVirtual().start(() -> Homes.busy(busy));
                Homes.await(SOON, () -> Homes.ask(postgres, Homes.BUSY).equals("1"));
                Homes.kill(List.of(ProcessHandle.of(first).orElseThrow()));
                assertThat(Leftovers.find(home))
                        .as("the control: a backend outlives its postmaster")
                        .isNotEmpty();
                Homes.await(
                        RESTART,
                        () -> postgres.pid() != first
                                && Homes.ask(postgres, "select leaves from kept")
                                        .equals("7"));
            }
            long second = postgres.pid();
            Homes.kill(Homes.tree(second));
            Homes.await(
                    RESTART,
                    () -> postgres.pid() != second
                            && Homes.ask(postgres, "select leaves from kept").equals("7"));
            assertThat(postgres.port()).isEqualTo(port);
        }
        assertThat(Leftovers.find(home)).isEmpty();
    }

    @Test
    void closingWinsOverStartingAgain() throws Exception {
        for (int pause : new int[] {0, 30, 60, 120}) {
            var postgres = EmbeddedPostgres.start(home.dir());
            Homes.kill(Homes.tree(postgres.pid()));
            Thread.sleep(pause);
            postgres.close();
            assertThat(Leftovers.find(home)).isEmpty();
        }
    }

    @Test
    void aKilledGlasnikLeavesNothing() throws Exception {
        try (var child = Child.start(home.dir(), Map.of())) {
            assertThat(Leftovers.find(home)).containsKey(child.postmaster());
            Homes.kill(List.of(child.handle()));
            Homes.await(SOON, () -> Leftovers.find(home).isEmpty());
            Homes.await(SOON, () -> ProcessHandle.of(child.watchdog()).isEmpty());
        }
        assertThat(home.pidFile()).as("a clean stop").doesNotExist();
        theDataAreThere();
    }

    @Test
    void bothKilled() throws Exception {
        try (var child = Child.start(home.dir(), Map.of())) {
            var server = Homes.tree(child.postmaster());
            Homes.kill(List.of(child.handle()));
            Homes.kill(server);
            theDataAreThere();
        }
        try (var child = Child.start(home.dir(), Map.of("BUSY", "yes"))) {
            Homes.kill(List.of(ProcessHandle.of(child.postmaster()).orElseThrow()));
            Homes.kill(List.of(child.handle()));
            Homes.await(SOON, () -> Leftovers.find(home).isEmpty());
            theDataAreThere();
        }
    }

    @Test
    void anOrphanIsStoppedByTheNextStart() throws Exception {
        try (var child = Child.start(home.dir(), Map.of())) {
            Homes.kill(List.of(ProcessHandle.of(child.watchdog()).orElseThrow(), child.handle()));
            Thread.sleep(300);
            assertThat(Leftovers.find(home)).as("the control: it is an orphan").containsKey(child.postmaster());
            theDataAreThere();
            assertThat(Leftovers.find(home)).isEmpty();
        }
    }

    @Test
    void aRunningStartIsNotDisturbedByTheWatchdogOfTheLast() throws Exception {
        try (var child = Child.start(home.dir(), Map.of())) {
            Homes.kill(List.of(child.handle()));
            try (var postgres = EmbeddedPostgres.start(home.dir())) {
                long pid = postgres.pid();
                Thread.sleep(1500);
                assertThat(postgres.pid()).isEqualTo(pid);
            }
        }
    }

    @Test
    void aKilledWatchdogIsReplaced() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home.dir())) {
            long first = postgres.watchdogPid();
            Homes.kill(List.of(ProcessHandle.of(first).orElseThrow()));
            Homes.await(
                    SOON,
                    () -> postgres.watchdogPid() != first
                            && ProcessHandle.of(postgres.watchdogPid()).isPresent());
        }
    }

    private void theDataAreThere() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home.dir())) {
            assertThat(Homes.ask(postgres, "select count(*) from kept")).isNotEqualTo("0");
        }
    }
}
