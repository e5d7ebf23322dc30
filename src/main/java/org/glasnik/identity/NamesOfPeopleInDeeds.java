package org.glasnik.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.deed.ActorNames;
import org.glasnik.deed.ObjectNames;
import org.glasnik.platform.Language;
import org.springframework.stereotype.Component;

/** People as the objects of deeds. */
@Component
class NamesOfPeopleInDeeds implements ObjectNames {
    private final ActorNames people;

    NamesOfPeopleInDeeds(ActorNames people) {
        this.people = people;
    }

    @Override
    public String kind() {
        return "person";
    }

    @Override
    public Map<UUID, Named> names(Set<UUID> objects, Language language) {
        Map<UUID, Named> named = new HashMap<>();
        people.names(objects).forEach((id, name) -> named.put(id, new Named(name, "/people/" + id)));
        return named;
    }
}
