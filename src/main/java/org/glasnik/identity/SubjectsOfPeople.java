package org.glasnik.identity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.glasnik.personal.Subjects;
import org.glasnik.platform.MailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose data are to be handed out or erased: deleted people too, whose data are still here. */
@Repository
class SubjectsOfPeople implements Subjects {
    private final JdbcClient jdbc;

    SubjectsOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<PersonId, Subject> of(Set<PersonId> people) {
        return jdbc
                .sql("""
                        select p.id, p.name, p.mail, p.mail_key,
                               p.operator and not exists (
                                   select from identity.person o
                                   where o.operator and o.id <> p.id and o.deleted_at is null and o.erased_at is null) as last
                        from identity.person p
                        where p.id = any(:ids) and p.erased_at is null""")
                .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, n) -> new Subject(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        new MailAddress(row.getString("mail"), row.getString("mail_key")),
                        row.getBoolean("last")))
                .list()
                .stream()
                .collect(Collectors.toMap(Subject::id, Function.identity()));
    }
}
