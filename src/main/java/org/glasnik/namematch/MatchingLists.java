package org.glasnik.namematch;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.namematch.NameLines.Line;
import org.glasnik.namematch.NameLines.Stored;
import org.springframework.stereotype.Component;

/** Lists matched, and decisions made in them. */
@Component
class MatchingLists {
    private final NameLists lists;
    private final NameLines lines;
    private final NameMatching matching;
    private final Decisions decisions;
    private final Deeds deeds;
    private final ColumnWords columns = new ColumnWords();

    MatchingLists(NameLists lists, NameLines lines, NameMatching matching, Decisions decisions, Deeds deeds) {
        this.lists = lists;
        this.lines = lines;
        this.matching = matching;
        this.decisions = decisions;
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
        deeds.record(
                viewer,
                Deed.of("names.matched", "names", id.value())
                        .with("count", null, brought.rows().size()));
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

    /** Decides about names at one go; what comes back takes all of it back. */
    UUID decide(List<Decisions.Wanted> wanted, List<String> codes, Viewer viewer) {
        UUID batch = UUID.randomUUID();
        List<DecisionId> ids = decisions.decide(batch, wanted, viewer);
        deeds.record(
                viewer,
                IntStream.range(0, ids.size())
                        .mapToObj(i -> deed(ids.get(i), wanted.get(i), codes.get(i)))
                        .toList());
        return batch;
    }

    private static Deed deed(DecisionId id, Decisions.Wanted wanted, String code) {
        Deed deed = Deed.of("match.decided", "match", id.value())
                .with("name", null, wanted.line().name());
        return wanted.body() == null ? deed : deed.in(wanted.body()).with("code", null, code);
    }

    /** Likely lines as they are offered. */
    static List<Decisions.Wanted> asOffered(List<Line> likely) {
        return likely.stream()
                .filter(line -> !line.candidates().isEmpty())
                .map(line -> new Decisions.Wanted(
                        line.name(), line.candidates().getFirst().body()))
                .toList();
    }
}
