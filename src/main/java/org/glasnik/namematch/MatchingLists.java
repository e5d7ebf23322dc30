package org.glasnik.namematch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.namematch.NameLines.Line;
import org.glasnik.namematch.NameLines.Stored;
import org.glasnik.namematch.RegisterNames.Shown;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists matched, and decisions made in them. */
@Component
class MatchingLists {
    private final NameLists lists;
    private final NameLines lines;
    private final NameMatching matching;
    private final Decisions decisions;
    private final RegisterNames register;
    private final Deeds deeds;
    private final ColumnWords columns = new ColumnWords();

    MatchingLists(
            NameLists lists,
            NameLines lines,
            NameMatching matching,
            Decisions decisions,
            RegisterNames register,
            Deeds deeds) {
        this.lists = lists;
        this.lines = lines;
        this.matching = matching;
        this.decisions = decisions;
        this.register = register;
        this.deeds = deeds;
    }

    NameListId add(BroughtNames brought, String title, Viewer viewer) {
        ColumnWords.Guess guess = brought.headings().isEmpty()
                ? new ColumnWords.Guess(
                        0, IntStream.range(1, brought.columns()).boxed().toList())
                : columns.guess(
                        brought.headings(),
                        brought.rows().stream().map(Stored::cells).toList());
        NameListId id = lists.add(title, brought.headings(), guess.name(), guess.context(), viewer);
        NameList list = lists.of(id, viewer).orElseThrow();
        put(list, brought.rows(), viewer);
        return id;
    }

    /** Again, with the register and the words of today. */
    void again(NameList list, Viewer viewer) {
        put(list, lines.stored(list.id()), viewer);
    }

    private void put(NameList list, List<Stored> rows, Viewer viewer) {
        List<NameLine> names = rows.stream().map(row -> list.line(row.cells())).toList();
        lines.put(list.id(), viewer.me().value(), rows, names, matching.find(names));
    }

    /**
     * Decides about names at one go; what comes back takes all of it back.
     *
     * @param bodies what each name means, null for none of the register
     */
    UUID decide(List<NameLine> names, List<@Nullable Shown> bodies, Viewer viewer) {
        List<Decisions.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Shown body = bodies.get(i);
            wanted.add(new Decisions.Wanted(names.get(i), body == null ? null : body.id()));
        }
        UUID batch = UUID.randomUUID();
        List<DecisionId> ids = decisions.decide(batch, wanted, viewer);
        List<Deed> all = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Shown body = bodies.get(i);
            Deed deed = Deed.of("match.decided", "match", ids.get(i).value())
                    .with("name", null, names.get(i).name());
            all.add(body == null ? deed : deed.in(body.readers()).with("code", null, body.code()));
        }
        deeds.record(viewer, all);
        return batch;
    }

    /** All likely lines as they are offered; null where none is left. What has gone into the bin since is offered no more. */
    @Nullable
    UUID accept(NameListId id, Language reader, Viewer viewer) {
        List<Line> likely = lines.likely(id).stream()
                .filter(line -> !line.candidates().isEmpty())
                .toList();
        Map<BodyId, Shown> shown = register.shown(
                likely.stream().map(line -> line.candidates().getFirst().body()).collect(Collectors.toSet()), reader);
        List<NameLine> names = new ArrayList<>();
        List<@Nullable Shown> bodies = new ArrayList<>();
        for (Line line : likely) {
            Shown body = shown.get(line.candidates().getFirst().body());
            if (body != null) {
                names.add(line.name());
                bodies.add(body);
            }
        }
        return names.isEmpty() ? null : decide(names, bodies, viewer);
    }

    /** Takes a batch of decisions back; how many of them still held. */
    int undo(UUID batch, Viewer viewer) {
        List<DecisionId> undone = decisions.undo(batch);
        deeds.record(
                viewer,
                undone.stream()
                        .map(id -> Deed.of("match.undone", "match", id.value()))
                        .toList());
        return undone.size();
    }
}
