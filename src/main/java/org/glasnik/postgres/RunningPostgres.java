package org.glasnik.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The server that another Glasnik runs in a directory, for commands that work beside it. */
public record RunningPostgres(int port, String user, String password) {
    /** Empty where none runs there. Whoever else has taken its port does not know its password. */
    public static Optional<RunningPostgres> in(Path dir) {
        Home home = new Home(dir.toAbsolutePath());
        if (!made(dir) || !Files.exists(home.port())) {
            return Optional.empty();
        }
        try {
            var running = new RunningPostgres(
                    Integer.parseInt(Files.readString(home.port()).strip()), Cluster.USER, Cluster.password(home));
            return running.answers() ? Optional.of(running) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a database has been made in the directory. */
    public static boolean made(Path dir) {
        return Files.exists(new Home(dir.toAbsolutePath()).data());
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private boolean answers() {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "10");
        for (int tries = 0; ; tries++) {
            try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), login)) {
                return connection.isValid(5);
            } catch (SQLException e) {
                if (tries == 20 || !isStarting(e.getSQLState())) {
                    return false;
                }
                pause();
            }
        }
    }

    /** It recovers from a crash, say, and will answer in a moment: cannot_connect_now. */
    private static boolean isStarting(@Nullable String state) {
        return "57P03".equals(state);
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("Interrupted while the database was starting.", e);
        }
    }
}
