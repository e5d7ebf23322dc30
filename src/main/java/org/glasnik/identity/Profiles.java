package org.glasnik.identity;

import java.util.Optional;
import org.glasnik.access.PersonId;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.glasnik.platform.Params;
import org.glasnik.platform.Theme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people change about themselves: profile and address. */
@Repository
public class Profiles {
    private final JdbcClient jdbc;

    Profiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Profile> of(PersonId person) {
        return jdbc.sql("""
                        select name, language, zone, theme from identity.person
                        where id = :id and deleted_at is null and erased_at is null""")
                .param("id", person.value())
                .query((row, n) -> new Profile(
                        row.getString("name"),
                        Language.ofTag(row.getString("language")).orElse(Language.EN),
                        row.getString("zone"),
                        Theme.of(row.getString("theme"))))
                .optional();
    }

    public void change(PersonId person, Profile to) {
        jdbc.sql("""
                        update identity.person
                        set name = :name, language = :language, zone = :zone, theme = :theme, version = version + 1
                        where id = :id and deleted_at is null and erased_at is null""").params(Params.of(to)).param("id", person.value()).update();
    }

    /**
     * Gives a person another address.
     *
     * @return false where someone else has it: then nothing is changed
     */
    public boolean readdress(PersonId person, MailAddress to) {
        // Two people who take one address at once would meet at the unique key, and a failed statement ends the
        // transaction.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 20))")
                .param("key", to.key())
                .query(rows -> {});
        return jdbc.sql("""
                        update identity.person set mail = :mail, mail_key = :key, version = version + 1
                        where id = :id and deleted_at is null and erased_at is null
                          and not exists (select from identity.person o where o.mail_key = :key and o.id <> :id)""")
                        .param("id", person.value())
                        .param("mail", to.shown())
                        .param("key", to.key())
                        .update()
                == 1;
    }
}
