package org.glasnik.officialpage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.Memberships;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a page with the people behind it, and what was done into the account of deeds. Call inside a transaction. */
@Component
public class SavingPage {
    private final Pages pages;
    private final PagePeople behind;
    private final Proofs proofs;
    private final Reviews reviews;
    private final People people;
    private final Memberships memberships;
    private final Deeds deeds;

    SavingPage(
            Pages pages,
            PagePeople behind,
            Proofs proofs,
            Reviews reviews,
            People people,
            Memberships memberships,
            Deeds deeds) {
        this.pages = pages;
        this.behind = behind;
        this.proofs = proofs;
        this.reviews = reviews;
        this.people = people;
        this.memberships = memberships;
        this.deeds = deeds;
    }

    /**
     * Enters a page for somebody who may: nothing is asked here.
     *
     * @param responsible at most one
     * @return empty where the address is another page's
     */
    public Optional<PageId> add(
            Viewer by, PageDetails details, Set<PersonId> responsible, Set<PersonId> administrators) {
        Optional<PageId> added = pages.add(details);
        added.ifPresent(id -> {
            BodyId readers = readers(details.body());
            deeds.record(
                    by, Deed.of("webpage.added", "page", id.value()).in(readers).between(null, details.said()));
            name(by, id, readers, new PagePeople.Behind(List.of(), List.of()), responsible, administrators);
        });
        return added;
    }

    void change(
            Viewer by,
            Page page,
            PagePeople.Behind before,
            PageDetails details,
            Set<PersonId> responsible,
            Set<PersonId> administrators) {
        BodyId readers = readers(details.body());
        if (!details.equals(page.details())) {
            pages.change(page.id(), page.version(), details);
            disprove(page, details);
            deeds.record(
                    by,
                    Deed.of("webpage.changed", "page", page.id().value())
                            .in(readers)
                            .between(page.details().said(), details.said()));
        } else if (!ids(before.responsible()).equals(responsible)
                || !ids(before.administrators()).equals(administrators)) {
            pages.change(page.id(), page.version(), details);
        }
        name(by, page.id(), readers, before, responsible, administrators);
    }

    /** What was shown of one address and one body says nothing of another. */
    private void disprove(Page page, PageDetails details) {
        boolean moved = !details.at().platform().equals(page.details().at().platform())
                || !details.at().key().equals(page.details().at().key());
        if (moved || !details.body().equals(page.details().body())) {
            proofs.forgetAll(page.id());
        }
        if (moved) {
            reviews.forgetAll(page.id());
        }
    }

    /** @param readers the body whose organisers read of it: the page's own, or the one that keeps its record */
    public UUID prove(Viewer by, PageId page, BodyId readers, ShownBy said) {
        UUID proof = proofs.add(page, by, said);
        deeds.record(
                by,
                Deed.of("webpage.proved", "page", page.value())
                        .in(readers)
                        .with("proof", null, said.kind().tag())
                        .with("seenOn", null, said.seenOn())
                        .with("link", null, said.address()));
        return proof;
    }

    /** Each change of people is a deed of its own about that person, so that erasure finds the name in it. */
    private void name(
            Viewer by,
            PageId page,
            BodyId readers,
            PagePeople.Behind before,
            Set<PersonId> responsible,
            Set<PersonId> administrators) {
        Set<PersonId> all = new HashSet<>(responsible);
        all.addAll(administrators);
        all.addAll(ids(before.responsible()));
        all.addAll(ids(before.administrators()));
        Map<PersonId, Person> named = all.isEmpty() ? Map.of() : people.of(all);
        List<Deed> done = new ArrayList<>();
        done.addAll(changes(
                "webpage.answering", "responsible", page, readers, ids(before.responsible()), responsible, named));
        done.addAll(changes(
                "webpage.administering",
                "administrator",
                page,
                readers,
                ids(before.administrators()),
                administrators,
                named));
        if (!done.isEmpty()) {
            behind.answer(page, responsible);
            behind.administer(page, administrators);
            deeds.record(by, done);
        }
    }

    static List<Deed> changes(
            String verb,
            String field,
            PageId page,
            BodyId readers,
            Set<PersonId> before,
            Set<PersonId> after,
            Map<PersonId, Person> named) {
        List<Deed> done = new ArrayList<>();
        Deed deed = Deed.of(verb, "page", page.value()).in(readers);
        before.stream()
                .filter(person -> !after.contains(person))
                .forEach(person -> done.add(deed.about(person).with(field, name(named.get(person)), null)));
        after.stream()
                .filter(person -> !before.contains(person))
                .forEach(person -> done.add(deed.about(person).with(field, null, name(named.get(person)))));
        return done;
    }

    private static String name(@Nullable Person person) {
        return person == null ? "" : person.name();
    }

    private static Set<PersonId> ids(List<PagePeople.Named> people) {
        return people.stream().map(PagePeople.Named::id).collect(Collectors.toSet());
    }

    private BodyId readers(BodyId body) {
        return Objects.requireNonNull(memberships.readers(Set.of(body)).get(body));
    }
}
