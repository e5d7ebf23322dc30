package org.glasnik.notify;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which categories of letters people have unsubscribed from. Letters without a category always go. */
@Repository
public class Preferences {
    private final JdbcClient jdbc;
    private final Deeds deeds;
    private final Clock clock;

    Preferences(JdbcClient jdbc, Deeds deeds, Clock clock) {
        this.jdbc = jdbc;
        this.deeds = deeds;
        this.clock = clock;
    }

    private record Refusal(UUID person, String category) {}

    /** The categories that each of the people does not want; each asked for is in the answer. */
    public Map<PersonId, Set<String>> unsubscribed(Set<PersonId> people) {
        Map<PersonId, Set<String>> all =
                people.stream().collect(Collectors.toMap(Function.identity(), id -> new TreeSet<>()));
        jdbc.sql("select person_id as person, category from notify.unsubscription where person_id = any(:people)")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(Refusal.class)
                .list()
                .forEach(r -> all.computeIfAbsent(new PersonId(r.person()), id -> new HashSet<>())
                        .add(r.category()));
        return Collections.unmodifiableMap(all);
    }

    /** Stops a category for a person: letters that wait are cancelled. Call inside a transaction. */
    public void unsubscribe(Viewer by, PersonId person, String category) {
        int changed = jdbc.sql("""
                        insert into notify.unsubscription (person_id, category, at)
                        values (:person, :category, :at)
                        on conflict do nothing""")
                .param("person", person.value())
                .param("category", category)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        update notify.letter set state = 'cancelled', last_fault = 'unsubscribed'
                        where person_id = :person and category = :category and state in ('waiting', 'held')""")
                .param("person", person.value())
                .param("category", category)
                .update();
        if (changed == 1) {
            deeds.record(
                    by,
                    Deed.of("letters.unsubscribed", "person", person.value())
                            .about(person)
                            .with("category", category, null));
        }
    }

    /** Lets a category come again. Call inside a transaction. */
    public void subscribe(Viewer by, PersonId person, String category) {
        int changed = jdbc.sql("delete from notify.unsubscription where person_id = :person and category = :category")
                .param("person", person.value())
                .param("category", category)
                .update();
        if (changed == 1) {
            deeds.record(
                    by,
                    Deed.of("letters.subscribed", "person", person.value())
                            .about(person)
                            .with("category", null, category));
        }
    }

    byte[] signingKey() {
        return jdbc.sql("select value from notify.signing_key")
                .query(byte[].class)
                .single();
    }
}
