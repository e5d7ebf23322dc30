package org.glasnik.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.search.Query;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.search.Marking.Piece;
import org.glasnik.search.SearchHit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds: the indexes propose ids, their sources say what of them the viewer may see, and all that is shown or decided (how
 * many, whether there is more, whether to be more lenient) comes from what was seen.
 */
@Component
class Searching {
    private static final int MORE_AT_ONCE = 8;

    private final Indexes indexes;

    Searching(Indexes indexes) {
        this.indexes = indexes;
    }

    /** @param other another name, by which it was found, null where its name shows why it was */
    record Result(
            SearchHit hit,
            List<Piece> name,
            List<Line> line,
            @Nullable Line other) {}

    record Line(List<Piece> pieces, @Nullable String lang) {}

    /** @param more whether there are more than these */
    record Group(SearchSource source, List<Result> results, boolean more) {}

    /** @param instead what was perhaps meant, null where what was asked was found */
    record Found(
            Asked asked,
            List<Group> groups,
            Leniency leniency,
            @Nullable String instead,
            boolean preparing) {
        int count() {
            return groups.stream().mapToInt(group -> group.results().size()).sum();
        }
    }

    /** The kind of that name, null where there is none. */
    @Nullable
    String kind(@Nullable String name) {
        return indexes.sources().stream()
                .map(SearchSource::kind)
                .filter(kind -> kind.equals(name))
                .findFirst()
                .orElse(null);
    }

    /** For who may not look now. */
    Found nothing(String typed, Language reader) {
        return new Found(Asked.of(typed, reader, new Stems()), List.of(), Leniency.NONE, null, false);
    }

    /**
     * @param kind the only one to look for, null for all
     * @param most to show of each kind
     */
    Found find(String typed, @Nullable String kind, int most, Viewer viewer, Language reader) {
        Stems stems = new Stems();
        Asked asked = Asked.of(typed, reader, stems);
        boolean preparing = indexes.preparing();
        if (asked.empty()) {
            return new Found(asked, List.of(), Leniency.NONE, null, preparing);
        }
        List<SearchSource> sources = indexes.sources().stream()
                .filter(source -> kind == null || source.kind().equals(kind))
                .toList();
        Set<String> seenBy = SeenBy.tokens(viewer);
        for (Leniency leniency : Leniency.values()) {
            if (leniency == Leniency.SOME && asked.chunks().size() < 2) {
                continue;
            }
            Query query = AskedQuery.of(asked, leniency, seenBy);
            Marking marking = new Marking(asked, leniency, stems);
            List<Group> groups = new ArrayList<>();
            for (SearchSource source : sources) {
                List<SearchHit> hits = hits(source, query, most, viewer, reader);
                if (!hits.isEmpty()) {
                    List<Result> results = hits.stream()
                            .limit(most)
                            .map(hit -> result(hit, marking))
                            .toList();
                    groups.add(new Group(source, results, hits.size() > most));
                }
            }
            if (!groups.isEmpty()) {
                return new Found(
                        asked,
                        groups,
                        leniency,
                        !leniency.forgives() ? null : instead(asked, groups, marking),
                        preparing);
            }
        }
        return new Found(asked, List.of(), Leniency.NONE, null, preparing);
    }

    /**
     * One more than are shown, if there are. An index that lags behind may propose what the viewer may not see or what is gone:
     * then more is asked for, so that the gap shows nowhere.
     */
    private List<SearchHit> hits(SearchSource source, Query query, int most, Viewer viewer, Language reader) {
        Map<UUID, SearchHit> seen = new LinkedHashMap<>();
        Set<UUID> asked = new LinkedHashSet<>();
        for (int ask = most + 1; ; ask *= MORE_AT_ONCE) {
            List<UUID> best = indexes.best(source.kind(), query, ask);
            Set<UUID> fresh = new LinkedHashSet<>(best);
            fresh.removeAll(asked);
            asked.addAll(fresh);
            Map<UUID, SearchHit> hits = fresh.isEmpty() ? Map.of() : source.hits(fresh, viewer, reader);
            for (UUID id : fresh) {
                SearchHit hit = hits.get(id);
                if (hit != null) {
                    seen.put(id, hit);
                }
            }
            if (seen.size() > most || best.size() < ask) {
                return seen.values().stream().limit(most + 1L).toList();
            }
        }
    }

    private static Result result(SearchHit hit, Marking marking) {
        List<Piece> name = marking.pieces(hit.name().text());
        List<Line> line = hit.line().stream().map(words -> line(words, marking)).toList();
        Words other = Marking.any(name) ? null : other(hit.others(), marking);
        return new Result(hit, name, line, other == null ? null : line(other, marking));
    }

    /** The name that explains best why it was found. */
    private static @Nullable Words other(List<Words> others, Marking marking) {
        List<Words> marked = others.stream()
                .filter(words -> Marking.any(marking.pieces(words.text())))
                .toList();
        return marked.stream()
                .filter(words -> marking.asTyped(words.text()))
                .findFirst()
                .orElse(marked.isEmpty() ? null : marked.getFirst());
    }

    private static Line line(Words words, Marking marking) {
        return new Line(marking.pieces(words.text()), words.lang());
    }

    private static @Nullable String instead(Asked asked, Collection<Group> groups, Marking marking) {
        SearchHit best = groups.iterator().next().results().getFirst().hit();
        List<String> names = new ArrayList<>(List.of(best.name().text()));
        best.others().forEach(other -> names.add(other.text()));
        String corrected = marking.corrected(names);
        return corrected.equalsIgnoreCase(asked.text()) ? null : corrected;
    }
}
