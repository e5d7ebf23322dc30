package org.glasnik.factor;

import org.glasnik.access.PersonId;
import org.glasnik.signin.FactorsHeld;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which second factors people hold. Recovery codes are none by themselves. */
@Repository
class Factors implements FactorsHeld {
    private final JdbcClient jdbc;

    Factors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean holds(PersonId person) {
        return count(person) > 0;
    }

    int count(PersonId person) {
        return jdbc.sql("""
                        select (select count(*) from factor.totp where person_id = :person and confirmed_at is not null)
                             + (select count(*) from factor.passkey where person_id = :person)""")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    /** Those who change one person's factors wait for each other until the end of the transaction. */
    void lock(PersonId person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:person, 21))")
                .param("person", person.toString())
                .query(rows -> {});
    }
}
