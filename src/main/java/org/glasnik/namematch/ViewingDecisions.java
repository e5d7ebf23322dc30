package org.glasnik.namematch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.deed.ActorNames;
import org.glasnik.namematch.RegisterNames.Shown;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decisions with the names of bodies and of people in them. */
@Component
class ViewingDecisions {
    /**
     * @param body null: none of the register
     * @param by who decided; empty where their name is gone
     */
    record View(Decision decision, @Nullable Shown body, String by) {
        String places() {
            return String.join(", ", decision.context().stream().filter(p -> !p.isBlank()).toList());
        }
    }

    private final RegisterNames register;
    private final ActorNames actors;

    ViewingDecisions(RegisterNames register, ActorNames actors) {
        this.register = register;
        this.actors = actors;
    }

    List<View> of(List<Decision> decisions, Language reader) {
        if (decisions.isEmpty()) {
            return List.of();
        }
        Set<BodyId> ids = decisions.stream().map(Decision::body).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<BodyId, Shown> shown = register.shown(ids, reader);
        Set<UUID> people = decisions.stream().map(Decision::decidedBy).collect(Collectors.toSet());
        Map<UUID, String> names = actors.names(people);
        return decisions.stream()
                .map(d -> new View(
                        d, d.body() == null ? null : shown.get(d.body()), names.getOrDefault(d.decidedBy(), "")))
                .toList();
    }
}
