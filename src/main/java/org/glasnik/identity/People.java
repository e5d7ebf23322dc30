package org.glasnik.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of this installation, those who are deleted or erased left out. */
@Repository
public class People {
    private static final String COLUMNS = "id, name, mail, mail_key, language, zone, operator";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> byMail(MailAddress mail) {
        return jdbc.sql("select " + COLUMNS
                        + " from identity.person where mail_key = :key and deleted_at is null and erased_at is null")
                .param("key", mail.key())
                .query(People::person)
                .optional();
    }

    public Map<PersonId, Person> of(Set<PersonId> ids) {
        return jdbc
                .sql("select " + COLUMNS
                        + " from identity.person where id = any(:ids) and deleted_at is null and erased_at is null")
                .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(People::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    public Optional<Person> of(PersonId id) {
        return Optional.ofNullable(of(Set.of(id)).get(id));
    }

    /** Whether whoever has this address is in the bin. Only for somebody who has proved that the address is theirs. */
    public boolean binned(MailAddress mail) {
        return jdbc.sql("select exists (select from identity.person where mail_key = :key and deleted_at is not null)")
                .param("key", mail.key())
                .query(Boolean.class)
                .single();
    }

    /**
     * Adds a person. An address that someone already has changes nothing: the id of that person is returned, or nothing where
     * the person is in the bin.
     */
    public Optional<PersonId> add(String name, MailAddress mail, Language language, String zone) {
        return jdbc.sql("""
                        insert into identity.person as p (name, mail, mail_key, language, zone)
                        values (:name, :mail, :key, :language, :zone)
                        on conflict (mail_key) do update set mail_key = excluded.mail_key where p.deleted_at is null
                        returning id""")
                .param("name", name)
                .param("mail", mail.shown())
                .param("key", mail.key())
                .param("language", language.tag())
                .param("zone", zone)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new MailAddress(row.getString("mail"), row.getString("mail_key")),
                Language.ofTag(row.getString("language")).orElse(Language.EN),
                row.getString("zone"),
                row.getBoolean("operator"));
    }
}
