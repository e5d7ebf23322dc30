package org.glasnik.personal;

import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erasure of people's data in every table, and the list of whom it concerned. The list is kept in the database and in a file
 * beside it that no backup holds: so a backup that knows nothing of an erasure is erased again when it is brought back.
 */
@Repository
public class Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final JdbcClient jdbc;
    private final PersonalRows rows;
    private final ErasureList list;
    private final Deeds deeds;
    private final ObjectProvider<PersonErased> listeners;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Erasures(
            JdbcClient jdbc,
            PersonalRows rows,
            ErasureList list,
            Deeds deeds,
            ObjectProvider<PersonErased> listeners,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.list = list;
        this.deeds = deeds;
        this.listeners = listeners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Erases a person's data now. Doing it twice, or at once from two places, is harmless. */
    public void erase(Viewer by, PersonId person) {
        erase(by, person, () -> true);
    }

    /** @param due asked in the transaction, when nobody else erases this person: false leaves everything as it is */
    public void erase(Viewer by, PersonId person, BooleanSupplier due) {
        transaction.executeWithoutResult(status -> {
            // Whoever is second waits here and then finds nothing left to do.
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:person, 0))")
                    .param("person", "personal.erasure " + person)
                    .query((row, n) -> true)
                    .list();
            if (due.getAsBoolean()) {
                eraseLocked(by, person);
            }
        });
    }

    private void eraseLocked(Viewer by, PersonId person) {
        boolean first = note(jdbc, Map.of(person, clock.instant())) > 0;
        again(Set.of(person));
        if (first) {
            deeds.record(by, Deed.of("person.erased", "person", person.value()));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    list.add(Map.of(person, clock.instant()));
                } catch (UncheckedIOException e) {
                    // The data are erased all the same; the nightly round writes the line.
                    LOG.error("The list of erasures cannot be written", e);
                }
            }
        });
    }

    /** Whatever of these people is there again. Call inside a transaction. */
    void again(Set<PersonId> people) {
        listeners.forEach(listener -> listener.erased(people));
        rows.erase(people, clock.instant());
    }

    /** Both lists become the union of the two. */
    static Map<PersonId, Instant> together(JdbcClient jdbc, ErasureList list) {
        Map<PersonId, Instant> outside = list.all();
        note(jdbc, outside);
        Map<PersonId, Instant> all = noted(jdbc);
        Map<PersonId, Instant> lacking = new HashMap<>(all);
        lacking.keySet().removeAll(outside.keySet());
        list.add(lacking);
        return all;
    }

    private static int note(JdbcClient jdbc, Map<PersonId, Instant> people) {
        return people.isEmpty()
                ? 0
                : jdbc.sql("""
                                insert into personal.erasure (person_id, at)
                                select * from unnest(cast(:people as uuid[]), cast(:times as timestamptz[]))
                                on conflict (person_id) do nothing""")
                        .param(
                                "people",
                                people.keySet().stream().map(PersonId::value).toArray(UUID[]::new))
                        .param(
                                "times",
                                people.values().stream().map(Timestamp::from).toArray(Timestamp[]::new))
                        .update();
    }

    private record Noted(UUID personId, Instant at) {}

    static Map<PersonId, Instant> noted(JdbcClient jdbc) {
        return jdbc
                .sql("select person_id, at from personal.erasure")
                .query((row, n) -> new Noted(
                        row.getObject("person_id", UUID.class),
                        row.getTimestamp("at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(n -> new PersonId(n.personId()), Noted::at));
    }
}
