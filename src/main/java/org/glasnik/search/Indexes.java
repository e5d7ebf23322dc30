package org.glasnik.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.AlreadyClosedException;
import org.glasnik.search.ObjectChanges.Change;
import org.glasnik.search.ObjectChanges.Cursor;
import org.glasnik.search.ObjectChanges.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The indexes of this node, one for each source, in a folder that is thrown away without a loss. */
@Component
class Indexes {
    private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);
    private static final int CHANGES_AT_ONCE = 5000;

    private final ObjectProvider<SearchSource> sources;
    private final ObjectChanges changes;
    private final Clock clock;
    private final Path data;
    private final Map<String, KeptIndex> kept = new ConcurrentHashMap<>();
    private volatile @Nullable List<SearchSource> inOrder;
    private @Nullable IndexFolder folder;

    Indexes(
            ObjectProvider<SearchSource> sources,
            ObjectChanges changes,
            Clock clock,
            @Value("${glasnik.data:data}") Path data) {
        this.clock = clock;
        this.sources = sources;
        this.changes = changes;
        this.data = data;
    }

    /** In the order in which their kinds are shown. */
    List<SearchSource> sources() {
        List<SearchSource> known = inOrder;
        if (known == null) {
            inOrder = known = sources.stream()
                    .sorted(Comparator.comparing(SearchSource::order))
                    .toList();
        }
        return known;
    }

    /** Whether there is a source whose things cannot all be found yet. */
    boolean preparing() {
        return sources().stream().anyMatch(source -> {
            KeptIndex index = kept.get(source.kind());
            return index == null || !index.whole();
        });
    }

    /** What the index of a kind proposes, the best first; nothing while there is none. */
    List<UUID> best(String kind, Query query, int most) {
        KeptIndex index = kept.get(kind);
        try {
            return index == null ? List.of() : index.index().best(query, most);
        } catch (IOException | AlreadyClosedException e) {
            LOG.warn("The index of {} cannot be read: {}", kind, e.toString());
            return List.of();
        }
    }

    /** Builds what does not fit the database, and reads what has changed. By one thread at a time. */
    synchronized void step(BooleanSupplier goesOn) throws IOException {
        State state = changes.state();
        for (SearchSource source : sources()) {
            KeptIndex index = opened(source);
            if (!index.fits(state)) {
                index.build(state, goesOn);
            }
        }
        List<Change> read = List.of();
        do {
            Cursor from = kept.values().stream()
                    .map(KeptIndex::cursor)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            if (from != null) {
                read = changes.after(from, CHANGES_AT_ONCE);
                apply(read);
            }
        } while (read.size() == CHANGES_AT_ONCE && goesOn.getAsBoolean());
        for (KeptIndex index : kept.values()) {
            index.commitIfDue();
        }
    }

    private void apply(List<Change> read) throws IOException {
        Map<String, Set<UUID>> ids = read.stream()
                .collect(Collectors.groupingBy(
                        Change::kind, HashMap::new, Collectors.mapping(Change::object, Collectors.toSet())));
        for (KeptIndex index : read.isEmpty() ? List.<KeptIndex>of() : kept.values()) {
            if (index.whole()) {
                String kind = index.source().kind();
                index.change(ids.getOrDefault(kind, Set.of()), read.getLast().cursor());
            }
        }
    }

    private KeptIndex opened(SearchSource source) throws IOException {
        KeptIndex open = kept.get(source.kind());
        if (open == null) {
            if (folder == null) {
                folder = IndexFolder.in(data);
                folder.sweep(clock.instant().minus(ObjectChanges.KEPT));
            }
            open = new KeptIndex(source, folder.open(source.kind()));
            kept.put(source.kind(), open);
        }
        return open;
    }

    synchronized void discard() throws IOException {
        for (String kind : List.copyOf(kept.keySet())) {
            KeptIndex index = kept.remove(kind);
            if (index != null) {
                index.index().close();
            }
            if (folder != null) {
                folder.discard(kind);
            }
        }
    }

    synchronized void close() throws IOException {
        for (String kind : List.copyOf(kept.keySet())) {
            KeptIndex index = kept.remove(kind);
            if (index != null) {
                index.commit();
                index.index().close();
            }
        }
        if (folder != null) {
            folder.close();
            folder = null;
        }
    }
}
