package org.glasnik.identity;

import org.glasnik.access.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those who run the installation. */
@Repository
public class Operators {
    private final JdbcClient jdbc;

    Operators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the person is one already, or is gone. */
    public boolean grant(PersonId person) {
        return jdbc.sql("""
                        update identity.person set operator = true, version = version + 1
                        where id = :id and not operator and deleted_at is null and erased_at is null""").param("id", person.value()).update() == 1;
    }

    public boolean any() {
        return jdbc.sql("""
                        select exists (select from identity.person
                                       where operator and deleted_at is null and erased_at is null)""").query(Boolean.class).single();
    }
}
