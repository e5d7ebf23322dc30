package org.glasnik.namematch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnik.access.BodyId;
import org.glasnik.deed.ActorNames;
import org.glasnik.namematch.NameLines.Line;
import org.glasnik.namematch.RegisterNames.Shown;
import org.glasnik.platform.Language;
import org.springframework.stereotype.Component;

/** Lines with the names of bodies and of people in them: two statements, however many lines. */
@Component
class ViewingLines {
    private final RegisterNames register;
    private final ActorNames actors;
    private final ReasonWords words;

    ViewingLines(RegisterNames register, ActorNames actors, ReasonWords words) {
        this.register = register;
        this.actors = actors;
        this.words = words;
    }

    List<LineView> of(List<Line> lines, Language reader) {
        Set<BodyId> ids = new HashSet<>();
        for (Line line : lines) {
            if (line.body() != null) {
                ids.add(line.body());
            }
            line.candidates().forEach(c -> ids.add(c.body()));
        }
        Map<BodyId, Shown> shown = register.shown(ids, reader);
        Set<UUID> people =
                lines.stream().map(Line::decidedBy).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, String> names = people.isEmpty() ? Map.of() : actors.names(people);
        List<LineView> views = new ArrayList<>();
        for (Line line : lines) {
            List<LineView.Choice> choices = new ArrayList<>();
            for (Found.Candidate candidate : line.candidates()) {
                Shown body = shown.get(candidate.body());
                if (body != null) {
                    choices.add(new LineView.Choice(body, words.of(candidate.reasons(), reader)));
                }
            }
            views.add(new LineView(
                    line,
                    line.body() == null ? null : shown.get(line.body()),
                    choices,
                    line.decidedBy() == null ? null : names.getOrDefault(line.decidedBy(), "")));
        }
        return views;
    }
}
