package org.glasnik.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Controllers: one for the installation, one for each organiser that has named one. Everyone reads them, the operator writes. */
@Repository
class Controllerships {
    private final JdbcClient jdbc;
    private final Clock clock;

    Controllerships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Controllership> all() {
        return jdbc.sql("select body_id, name, contact, mail, officer, version from personal.controller order by name")
                .query(Controllerships::read)
                .list();
    }

    Controllership of(@Nullable BodyId body) {
        return jdbc.sql("""
                        select body_id, name, contact, mail, officer, version from personal.controller
                        where body_id is not distinct from :body""")
                .param("body", id(body))
                .query(Controllerships::read)
                .optional()
                .orElseGet(() -> Controllership.none(body));
    }

    /** Writes over the version that was shown. Empty where someone else has written meanwhile; else the row's id. */
    Optional<UUID> save(Viewer by, Controllership changed) {
        return jdbc.sql("""
                        insert into personal.controller as c (body_id, name, contact, mail, officer, version, changed_at)
                        select :body, :name, :contact, :mail, :officer, 1, :now
                        where :operator
                          and (:version = 0
                               or exists (select from personal.controller where body_id is not distinct from :body))
                        on conflict (body_id) do update
                        set name = excluded.name, contact = excluded.contact, mail = excluded.mail,
                            officer = excluded.officer, version = c.version + 1, changed_at = excluded.changed_at
                        where c.version = :version
                        returning id""")
                .param("operator", by.operator())
                .param("body", id(changed.body()), java.sql.Types.OTHER)
                .param("name", changed.name())
                .param("contact", changed.contact())
                .param("mail", changed.mail())
                .param("officer", changed.officer())
                .param("version", changed.version())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional();
    }

    private static Controllership read(ResultSet row, int number) throws SQLException {
        UUID body = row.getObject("body_id", UUID.class);
        return new Controllership(
                body == null ? null : new BodyId(body),
                row.getString("name"),
                row.getString("contact"),
                row.getString("mail"),
                row.getString("officer"),
                row.getInt("version"));
    }

    static @Nullable UUID id(@Nullable BodyId body) {
        return body == null ? null : body.value();
    }
}
