package org.glasnik.namematch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.deed.ActorNames;
import org.glasnik.listing.Sheet;
import org.glasnik.namematch.RegisterNames.Shown;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decisions with the names of bodies and of people in them, for pages and files. */
@Component
class ViewingDecisions {
    /**
     * @param body null: none of the register
     * @param by who decided; empty where their name is gone
     */
    record View(Decision decision, @Nullable Shown body, String by) {
        String places() {
            return String.join(
                    ", ", decision.context().stream().filter(p -> !p.isBlank()).toList());
        }
    }

    private final RegisterNames register;
    private final ActorNames actors;
    private final Texts texts;

    ViewingDecisions(RegisterNames register, ActorNames actors, Texts texts) {
        this.register = register;
        this.actors = actors;
        this.texts = texts;
    }

    Sheet<View> sheet(Language reader) {
        return Sheet.<View>of("decided-names")
                .with("name", heading(reader, "name"), v -> v.decision().name())
                .with("context", texts.text(reader, "namematch.lines.place"), View::places)
                .with(
                        "code",
                        texts.text(reader, "namematch.lines.code"),
                        v -> v.body() == null ? "" : v.body().code())
                .with(
                        "body",
                        heading(reader, "body"),
                        v -> v.body() == null
                                ? texts.text(reader, "namematch.decisions.none")
                                : v.body().name().text())
                .with("by", heading(reader, "by"), View::by)
                .with("at", heading(reader, "at"), v -> v.decision().decidedAt());
    }

    private String heading(Language reader, String column) {
        return texts.text(reader, "namematch.decisions.column." + column);
    }

    List<View> of(List<Decision> decisions, Language reader) {
        if (decisions.isEmpty()) {
            return List.of();
        }
        Set<BodyId> ids =
                decisions.stream().map(Decision::body).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<BodyId, Shown> shown = register.shown(ids, reader);
        Set<UUID> people = decisions.stream().map(Decision::decidedBy).collect(Collectors.toSet());
        Map<UUID, String> names = actors.names(people);
        return decisions.stream()
                .map(d -> new View(
                        d, d.body() == null ? null : shown.get(d.body()), names.getOrDefault(d.decidedBy(), "")))
                .toList();
    }
}
