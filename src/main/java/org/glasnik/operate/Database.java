package org.glasnik.operate;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.glasnik.postgres.EmbeddedPostgres;
import org.glasnik.postgres.RunningPostgres;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of an installation, reached; if it was started for that, closing stops it. */
final class Database implements AutoCloseable {
    static final String NAME = "glasnik";

    private final DatabaseUrl url;
    private final @Nullable EmbeddedPostgres own;

    private Database(DatabaseUrl url, @Nullable EmbeddedPostgres own) {
        this.url = url;
        this.own = own;
    }

    static Database external(DatabaseUrl url) {
        return new Database(url, null);
    }

    static Database beside(RunningPostgres running) {
        return new Database(new DatabaseUrl(running.jdbcUrl(NAME), running.user(), running.password()), null);
    }

    static Database own(EmbeddedPostgres started) {
        try {
            started.createDatabase(NAME);
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        return new Database(new DatabaseUrl(started.jdbcUrl(NAME), started.user(), started.password()), started);
    }

    DatabaseUrl url() {
        return url;
    }

    DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbc());
        if (url.user() != null) {
            source.setUser(url.user());
        }
        if (url.password() != null) {
            source.setPassword(url.password());
        }
        source.setApplicationName("glasnik");
        // The detail of an error repeats what is in the rows, and a command prints its errors.
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** Of its own, not from a pool. */
    Connection connect() {
        try {
            return source().getConnection();
        } catch (SQLException e) {
            throw new Refusal(
                    "The database at %s cannot be reached: %s. Look whether it runs, and at GLASNIK_DATABASE_URL, "
                                    .formatted(url, e.getMessage())
                            + "GLASNIK_DATABASE_USER and GLASNIK_DATABASE_PASSWORD.");
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
