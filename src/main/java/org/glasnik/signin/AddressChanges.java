package org.glasnik.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.platform.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pending changes of address, one a person: a new one replaces the one before, and its links lead nowhere. */
@Repository
class AddressChanges {
    static final Duration VALID = Duration.ofHours(24);
    private static final String COLUMNS =
            "id, person_id, mail, mail_key, old_confirmed_at, new_confirmed_at, expires_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    AddressChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(PersonId person, MailAddress to) {
        cancel(person);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into signin.address_change (person_id, mail, mail_key, requested_at, expires_at)
                        values (:person, :mail, :key, :now, :expires)
                        on conflict (person_id) do nothing""")
                .param("person", person.value())
                .param("mail", to.shown())
                .param("key", to.key())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(VALID)))
                .update();
    }

    Optional<AddressChange> of(@Nullable PersonId person) {
        return jdbc.sql("select " + COLUMNS
                        + " from signin.address_change where person_id = :person and expires_at > :now")
                .param("person", person == null ? null : person.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(AddressChanges::read)
                .optional();
    }

    /** Marks one end as confirmed. Two ends confirmed at once wait for each other here, and the second sees both. */
    Optional<AddressChange> confirm(UUID id, boolean old) {
        String end = old ? "old_confirmed_at" : "new_confirmed_at";
        return jdbc.sql("update signin.address_change set " + end
                        + " = :now where id = :id and expires_at > :now returning " + COLUMNS)
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .query(AddressChanges::read)
                .optional();
    }

    boolean cancel(PersonId person) {
        return jdbc.sql("delete from signin.address_change where person_id = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    int forgetOld() {
        return jdbc.sql("delete from signin.address_change where expires_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static AddressChange read(ResultSet row, int number) throws SQLException {
        return new AddressChange(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new MailAddress(row.getString("mail"), row.getString("mail_key")),
                row.getTimestamp("old_confirmed_at") != null,
                row.getTimestamp("new_confirmed_at") != null,
                row.getTimestamp("expires_at").toInstant());
    }
}
