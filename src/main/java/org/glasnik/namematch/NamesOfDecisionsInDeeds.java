package org.glasnik.namematch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.deed.ObjectNames;
import org.glasnik.platform.Language;
import org.springframework.stereotype.Component;

/** Decisions as the objects of deeds: called as the name that they are about. */
@Component
class NamesOfDecisionsInDeeds implements ObjectNames {
    private final Decisions decisions;

    NamesOfDecisionsInDeeds(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String kind() {
        return "match";
    }

    @Override
    public Map<UUID, Named> names(Set<UUID> objects, Language language) {
        Map<UUID, Named> named = new HashMap<>();
        decisions.namesOf(objects).forEach((id, name) -> named.put(id, new Named(name, "/bodies/matching/decisions")));
        return named;
    }
}
