package org.glasnik.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL 18 in a directory, on the loopback interface only, with a password. It is watched: if it dies it is started
 * again on the same port; if this process dies, it is stopped. Whatever was killed, the next start recovers.
 *
 * <p>Nothing else may open {@code lock} in that directory while this runs (see {@link DirectoryLock}).
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DirectoryLock lock;
    private final Watchdog watchdog;
    private final Server server;
    private final String password;

    private EmbeddedPostgres(DirectoryLock lock, Watchdog watchdog, Server server, String password) {
        this.lock = lock;
        this.watchdog = watchdog;
        this.server = server;
        this.password = password;
    }

    /** Starts (initialising on first use) PostgreSQL 18 in dir; blocks until it accepts connections. */
    public static EmbeddedPostgres start(Path dir) {
        return start(dir, Map.of());
    }

    /** The same with further settings of PostgreSQL, by their names in postgresql.conf; they win over ours. */
    public static EmbeddedPostgres start(Path dir, Map<String, String> settings) {
        var home = Home.at(dir);
        return start(home, settings, () -> Account.choose(home));
    }

    static EmbeddedPostgres start(Home home, Map<String, String> settings, Supplier<Account> as) {
        var lock = DirectoryLock.take(home);
        Watchdog watchdog = null;
        Server server = null;
        try {
            var account = as.get();
            account.own(home.lock());
            var software = Archive.unpack(home.software());
            Leftovers.clear(home);
            Cluster.prepare(home, software, account);
            var token = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            watchdog = new Watchdog(home, token);
            watchdog.start();
            server = new Server(home, software, account, token, settings);
            server.start();
            tidy(home, software);
            return new EmbeddedPostgres(lock, watchdog, server, Cluster.password(home));
        } catch (RuntimeException e) {
            if (server != null) {
                server.stop();
            }
            if (watchdog != null) {
                watchdog.close();
            }
            lock.close();
            throw e;
        }
    }

    private static void tidy(Home home, Path software) {
        try {
            Archive.prune(home.software(), software);
        } catch (IOException e) {
            log.warn("Earlier versions of PostgreSQL in {} could not be deleted", home.software(), e);
        }
        Postmaster.pruneLogs(home);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
    }

    /** A superuser: the application owns the server. */
    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return server.port();
    }

    /** Of the postmaster now; another one after a restart. */
    public long pid() {
        return server.pid();
    }

    long watchdogPid() {
        return watchdog.pid();
    }

    /** Makes the database if it is not there: UTF-8, sorted by code point, the same on every machine. */
    public void createDatabase(String name) {
        databases().create(name);
    }

    /** Puts a copy of the template in place of {@code name}, cutting off who is there. Nobody may be connected to the template. */
    public void cloneDatabase(String template, String name) {
        databases().clone(template, name);
    }

    private Databases databases() {
        return new Databases(jdbcUrl("postgres"), user(), password);
    }

    /** Stops the server, cleanly and fast: connections are cut off, what they have committed stays. */
    @Override
    public void close() {
        server.stop();
        watchdog.close();
        lock.close();
    }
}
