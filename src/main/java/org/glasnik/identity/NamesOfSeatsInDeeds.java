package org.glasnik.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.deed.ObjectNames;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.registry.Bodies;
import org.glasnik.registry.BodyName;
import org.springframework.stereotype.Component;

/** Seats as the objects of deeds: the seat and its body. Who sat there stands in the values, which erasure reaches. */
@Component
class NamesOfSeatsInDeeds implements ObjectNames {
    private final Memberships memberships;
    private final Bodies bodies;
    private final Texts texts;

    NamesOfSeatsInDeeds(Memberships memberships, Bodies bodies, Texts texts) {
        this.memberships = memberships;
        this.bodies = bodies;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "membership";
    }

    @Override
    public Map<UUID, Named> names(Set<UUID> objects, Language language) {
        Map<UUID, Membership> seats = memberships.of(objects);
        Set<BodyId> ids = seats.values().stream().map(Membership::body).collect(Collectors.toSet());
        Map<BodyId, BodyName> names = bodies.names(ids, language);
        Map<UUID, Named> named = new HashMap<>();
        seats.forEach((id, seat) -> named.put(
                id,
                new Named(
                        texts.text(
                                language,
                                "identity.seat.at",
                                "seat",
                                texts.text(
                                        language, "identity.seat." + seat.seat().tag()),
                                "body",
                                String.valueOf(names.get(seat.body()))),
                        "/bodies/" + seat.body())));
        return named;
    }
}
