package org.glasnik.operate;

import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import org.glasnik.backup.Restorations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** When the newest backup was written. */
@Component
class LastBackup {
    private final JdbcTemplate jdbc;

    LastBackup(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> at() {
        return Optional.ofNullable(jdbc.execute(
                (Connection connection) -> Restorations.lastWritten(connection).orElse(null)));
    }
}
