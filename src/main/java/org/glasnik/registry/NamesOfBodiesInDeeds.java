package org.glasnik.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.deed.ObjectNames;
import org.glasnik.platform.Language;
import org.springframework.stereotype.Component;

/** Bodies as the objects of deeds. */
@Component
class NamesOfBodiesInDeeds implements ObjectNames {
    private final Bodies bodies;

    NamesOfBodiesInDeeds(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public String kind() {
        return "body";
    }

    @Override
    public Map<UUID, Named> names(Set<UUID> objects, Language language) {
        Map<UUID, Named> named = new HashMap<>();
        Set<BodyId> ids = objects.stream().map(BodyId::new).collect(Collectors.toSet());
        bodies.names(ids, language)
                .forEach((id, name) -> named.put(id.value(), new Named(name.text(), "/bodies/" + id)));
        return named;
    }
}
