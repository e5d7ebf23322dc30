package org.glasnik.operate;

import java.sql.Connection;
import java.sql.SQLException;
import org.glasnik.backup.Presence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says to the database that it is being served, by a lock on a connection of its own that is renewed when it is lost. */
final class Residence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Residence.class);
    private static final long PAUSE_MILLIS = 2000;
    private static final int PATIENCE_SECONDS = 5;

    private final Database database;
    private @Nullable Connection connection;
    private volatile boolean closed;

    private Residence(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    static Residence in(Database database) throws SQLException {
        Connection connection = database.connect();
        if (!Presence.announce(connection)) {
            connection.close();
            throw new Refusal("A restore into this database is under way. Start again when it has ended.");
        }
        Residence residence = new Residence(database, connection);
        Thread.ofVirtual().name("residence").start(residence::stay);
        return residence;
    }

    private void stay() {
        while (!closed) {
            try {
                Thread.sleep(PAUSE_MILLIS);
                renew();
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | Refusal e) {
                LOG.debug("The database does not answer", e);
            }
        }
    }

    private synchronized void renew() throws SQLException {
        if (closed || (connection != null && connection.isValid(PATIENCE_SECONDS))) {
            return;
        }
        drop();
        Connection fresh = database.connect();
        if (!Presence.announce(fresh)) {
            LOG.error("The database is being restored while it is served");
        }
        connection = fresh;
    }

    private void drop() throws SQLException {
        Connection lost = connection;
        connection = null;
        if (lost != null) {
            lost.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            drop();
        } catch (SQLException e) {
            LOG.debug("The connection was gone already", e);
        }
    }
}
