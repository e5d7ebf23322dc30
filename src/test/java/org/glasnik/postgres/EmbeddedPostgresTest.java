package org.glasnik.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    static Path temporary;

    static Home home;
    static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        home = Homes.fresh(temporary);
        postgres = EmbeddedPostgres.start(home.dir());
    }

    @AfterAll
    static void stop() {
        postgres.close();
        assertThat(Leftovers.find(home)).isEmpty();
    }

    @Test
    void whatIsAcknowledgedIsKept() throws SQLException {
        try (var connection = Homes.connect(postgres);
                var statement = connection.createStatement()) {
            assertThat(Durability.faults(connection)).isEmpty();
            assertThat(Durability.checksums(connection)).isTrue();

            statement.execute("set synchronous_commit = local");
            assertThat(Durability.faults(connection)).isEmpty();
            statement.execute("set synchronous_commit = off");
            assertThat(Durability.faults(connection)).containsExactly("synchronous_commit");
        }
    }

    @Test
    void isPostgres18InUnicodeAndUtc() throws SQLException {
        postgres.createDatabase("letters");
        try (var connection =
                DriverManager.getConnection(postgres.jdbcUrl("letters"), postgres.user(), postgres.password())) {
            assertThat(Homes.ask(connection, "show server_version")).startsWith("18.");
            assertThat(Homes.ask(connection, "show server_encoding")).isEqualTo("UTF8");
            assertThat(Homes.ask(connection, "show log_timezone")).isEqualTo("UTC");
            assertThat(
                            Homes.ask(
                                    connection,
                                    "select datlocprovider::text || datlocale from pg_database where datname = current_database()"))
                    .isEqualTo("bC.UTF-8");
            assertThat(Homes.ask(connection, "select lower('КИЇВ') || upper('ђ')"))
                    .isEqualTo("київЂ");
            connection.createStatement().execute("create extension pg_trgm");
            assertThat(Homes.ask(connection, "select similarity('Київ', 'київ')"))
                    .isEqualTo("1");
        }
    }

    @Test
    void onlyTheOwnerReadsItsFiles() throws Exception {
        assertThat(mode(home.dir())).isEqualTo("rwx------");
        assertThat(mode(home.data())).isEqualTo("rwx------");
        assertThat(mode(home.password())).isEqualTo("rw-------");
        assertThat(Files.readString(home.password()).strip())
                .isEqualTo(postgres.password())
                .hasSize(32);
    }

    @Test
    void asksForThePassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.user(), "guess"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), postgres.port()), 1000);
        }
        assertThat(Homes.ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Homes.ask(postgres, "show unix_socket_directories")).isEmpty();
        var outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (var address : outside) {
            assertThatThrownBy(() -> {
                        try (var socket = new Socket()) {
                            socket.connect(new InetSocketAddress(address, postgres.port()), 1000);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void isNotInTheForegroundGroupOfTheTerminal() throws Exception {
        var get = List.of("ps", "-o", "pgid=", "-p");
        var group = Command.run(home.dir(), Command.join(get, List.of("" + postgres.pid())))
                .output()
                .strip();
        assertThat(group).isEqualTo("" + postgres.pid());
    }

    @Test
    void refusesASecondInstance() throws Exception {
        var pid = ProcessHandle.current().pid();
        var message = "in use by another Glasnik, process " + pid + ". Stop that one first";
        assertThatThrownBy(() -> EmbeddedPostgres.start(home.dir()))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining(message);
        try (var other = Child.start(home.dir(), Map.of())) {
            assertThat(String.join(" ", other.words)).contains(message);
        }
        assertThat(Homes.ask(postgres, "select 1")).isEqualTo("1");
    }

    @Test
    void makesAndCopiesDatabases() throws SQLException {
        postgres.createDatabase("pattern");
        postgres.createDatabase("pattern");
        try (var connection =
                DriverManager.getConnection(postgres.jdbcUrl("pattern"), postgres.user(), postgres.password())) {
            connection.createStatement().execute("create table leaf as select 7 as veins");
        }
        postgres.cloneDatabase("pattern", "copy");
        try (var connection =
                DriverManager.getConnection(postgres.jdbcUrl("copy"), postgres.user(), postgres.password())) {
            connection.createStatement().execute("update leaf set veins = 8");
            postgres.cloneDatabase("pattern", "copy");
            assertThatThrownBy(() -> Homes.ask(connection, "select 1")).isInstanceOf(SQLException.class);
        }
        try (var connection =
                DriverManager.getConnection(postgres.jdbcUrl("copy"), postgres.user(), postgres.password())) {
            assertThat(Homes.ask(connection, "select veins from leaf")).isEqualTo("7");
        }
        assertThatThrownBy(() -> postgres.createDatabase("a\"; drop")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
