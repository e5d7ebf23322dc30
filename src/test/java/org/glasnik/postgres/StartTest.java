package org.glasnik.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.module.UnixSystem;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.glasnik.testing.Skip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first start, the next ones, and what can stand in their way. */
class StartTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource
    void runsAsSomebodyWhoIsNotRoot(Account.Way way) throws Exception {
        var home = Homes.fresh(temporary);
        boolean root = new UnixSystem().getUid() == 0;
        Skip.unless(
                root == (way != Account.Way.PLAIN),
                root
                        ? "Root never starts it as itself: run this as an ordinary user"
                        : "Only root can become another user");
        Files.delete(home.software());
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        for (int start = 0; start < 2; start++) {
            try (var postgres = EmbeddedPostgres.start(home, Map.of(), () -> Account.of(home, way))) {
                assertThat(Homes.ask(postgres, "select 1")).isEqualTo("1");
            }
        }
        // Who owns the data runs them, whatever would be chosen for new ones.
        assertThat(Account.choose(home).way()).isEqualTo(way);
    }

    @Test
    void saysWhichDirectoryIsClosed() {
        var home = Homes.fresh(temporary);
        Skip.unless(new UnixSystem().getUid() == 0, "Only root can become another user");
        assertThatThrownBy(() -> Account.of(home, Account.Way.SETPRIV))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining(
                        "since %s is closed to others".formatted(home.dir().getParent()));
    }

    @Test
    void keepsItsPortAndTakesAnotherWhenItIsTaken() throws Exception {
        var home = Homes.seeded(temporary);
        int first;
        try (var postgres = EmbeddedPostgres.start(home.dir())) {
            first = postgres.port();
        }
        try (var postgres = EmbeddedPostgres.start(home.dir())) {
            assertThat(postgres.port()).isEqualTo(first);
        }
        try (var _ = new ServerSocket(first, 1, InetAddress.ofLiteral("127.0.0.1"));
                var postgres = EmbeddedPostgres.start(home.dir())) {
            assertThat(postgres.port()).isNotEqualTo(first);
            assertThat(Homes.ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aPidFileThatNamesAStrangerIsNoObstacle() throws Exception {
        var home = Homes.seeded(temporary);
        EmbeddedPostgres.start(home.dir()).close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(home.pidFile(), "%d%n%s%n1%n2%n".formatted(stranger.pid(), home.data()));
            try (var postgres = EmbeddedPostgres.start(home.dir())) {
                assertThat(Homes.ask(postgres, "select 1")).isEqualTo("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aLostPasswordIsReplaced() throws Exception {
        var home = Homes.seeded(temporary);
        EmbeddedPostgres.start(home.dir()).close();
        Files.delete(home.password());
        try (var postgres = EmbeddedPostgres.start(home.dir())) {
            assertThat(Homes.ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aHalfMadeDatabaseIsMadeAnew() throws Exception {
        var home = Homes.fresh(temporary);
        Files.createDirectories(home.dir().resolve("data.new-1/base"));
        Files.writeString(home.password(), "");
        try (var postgres = EmbeddedPostgres.start(home.dir())) {
            assertThat(Homes.ask(postgres, "select 1")).isEqualTo("1");
        }
        assertThat(home.dir().resolve("data.new-1")).doesNotExist();
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        var home = Homes.fresh(temporary);
        Files.createDirectory(home.data());
        assertThatThrownBy(() -> EmbeddedPostgres.start(home.dir()))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("holds no PostgreSQL database. Move it away");
        Files.writeString(home.data().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home.dir()))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("was made by PostgreSQL 17, and this Glasnik brings 18");
        Home.deleteTree(home.data());
        assertThatThrownBy(() -> EmbeddedPostgres.start(home.dir(), Map.of("shared_buffers", "plenty")))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("invalid value for parameter \"shared_buffers\"");
        EmbeddedPostgres.start(home.dir()).close();
    }

    @Test
    void theEnvironmentOfTheUserStaysOutside() throws Exception {
        var home = Homes.seeded(temporary);
        var hostile = Map.of(
                "PGDATA", "/nowhere", "PGPORT", "1", "PGOPTIONS", "-c fsync=off", "LANG", "xx_XX", "LC_ALL", "xx_XX");
        try (var child = Child.start(home.dir(), hostile)) {
            assertThat(child.postmaster()).isPositive();
        }
        Homes.await(Duration.ofSeconds(3), () -> Leftovers.find(home).isEmpty());
    }
}
