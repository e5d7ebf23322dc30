package org.glasnik.officialpage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.deed.Deed;
import org.glasnik.identity.Memberships;
import org.glasnik.identity.People;
import org.glasnik.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an import, or taking it back, did to pages: the same deeds as of the same thing done by hand. */
@Component
class PageDeeds {
    private final Memberships memberships;
    private final People people;

    PageDeeds(Memberships memberships, People people) {
        this.memberships = memberships;
        this.people = people;
    }

    /** @param from null where the page is new */
    record Step(@Nullable PageState from, PageState to) {}

    List<Deed> of(List<Step> steps) {
        Map<BodyId, BodyId> readers = memberships.readers(
                steps.stream().map(step -> step.to().details().body()).collect(Collectors.toSet()));
        Set<PersonId> answering = steps.stream()
                .flatMap(step -> Stream.concat(answering(step.from()).stream(), answering(step.to()).stream()))
                .collect(Collectors.toSet());
        Map<PersonId, Person> named = answering.isEmpty() ? Map.of() : people.of(answering);
        List<Deed> told = new ArrayList<>();
        for (Step step : steps) {
            BodyId body = step.to().details().body();
            tell(step, readers.getOrDefault(body, body), named, told);
        }
        return told;
    }

    private static void tell(Step step, BodyId readers, Map<PersonId, Person> named, List<Deed> told) {
        UUID id = step.to().id();
        PageDetails.Said said = step.to().details().said();
        PageDetails.Said before =
                step.from() == null ? null : step.from().details().said();
        if (!said.equals(before)) {
            told.add(Deed.of(before == null ? "webpage.added" : "webpage.changed", "page", id)
                    .in(readers)
                    .between(before, said));
        }
        told.addAll(SavingPage.changes(
                "webpage.answering",
                "responsible",
                new PageId(id),
                readers,
                answering(step.from()),
                answering(step.to()),
                named));
        LocalDate look = step.to().reviewedOn();
        LocalDate lookBefore = step.from() == null ? null : step.from().reviewedOn();
        if (look != null && (lookBefore == null || look.isAfter(lookBefore))) {
            told.add(Deed.of("webpage.reviewed", "page", id).in(readers).with("reviewedOn", lookBefore, look));
        } else if (lookBefore != null && !lookBefore.equals(look)) {
            told.add(Deed.of("webpage.reviewTakenBack", "page", id).in(readers).with("reviewedOn", lookBefore, look));
        }
    }

    private static Set<PersonId> answering(@Nullable PageState page) {
        return page == null || page.responsible() == null ? Set.of() : Set.of(new PersonId(page.responsible()));
    }
}
