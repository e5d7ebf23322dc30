package org.glasnik.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.glasnik.search.ObjectChanges.Cursor;
import org.glasnik.search.ObjectChanges.State;
import org.jspecify.annotations.Nullable;

/** The index of one source, kept in step with it. */
final class KeptIndex {
    /** Of what is written and how: another one than an index was built with, and it is built anew. */
    private static final String FORMAT = "1";

    private static final int BATCH = 500;
    private static final long NANOS_BETWEEN_COMMITS = 10_000_000_000L;
    private static final long NANOS_BETWEEN_PURGES = 3_600_000_000_000L;

    private final SearchSource source;
    private final KindIndex index;
    private volatile boolean whole;
    private @Nullable String database;
    private Cursor cursor = new Cursor(-1, 0);
    private boolean uncommitted;
    private long committedAt = System.nanoTime();
    private long purgedAt = System.nanoTime();

    KeptIndex(SearchSource source, KindIndex index) {
        this.source = source;
        this.index = index;
        Map<String, String> said = index.said();
        if (FORMAT.equals(said.get("format"))) {
            database = said.get("database");
            cursor = new Cursor(
                    Long.parseLong(said.getOrDefault("xid", "-1")), Long.parseLong(said.getOrDefault("id", "0")));
            whole = true;
        }
    }

    SearchSource source() {
        return source;
    }

    KindIndex index() {
        return index;
    }

    Cursor cursor() {
        return cursor;
    }

    /** Whether everything is in it. */
    boolean whole() {
        return whole;
    }

    boolean fits(State state) {
        return whole && state.name().equals(database) && cursor.xid() >= state.pruned();
    }

    /** Builds it anew from what is there at least since the state was read; stops without a trace where nobody goes on. */
    void build(State state, BooleanSupplier goesOn) throws IOException {
        whole = false;
        index.clear();
        // What was there may be another database's: it is not shown while this one is read.
        index.show();
        UUID last = null;
        List<SearchDocument> batch;
        do {
            batch = source.after(last, BATCH);
            index.put(batch);
            last = batch.isEmpty() ? last : batch.getLast().id();
            if (!goesOn.getAsBoolean()) {
                return;
            }
        } while (batch.size() == BATCH);
        database = state.name();
        cursor = new Cursor(state.horizon() - 1, Long.MAX_VALUE);
        index.settle();
        whole = true;
        commit();
        index.show();
    }

    /** Reads objects again that have changed. */
    void change(Set<UUID> ids, Cursor upTo) throws IOException {
        boolean vanished = false;
        for (List<UUID> some : parts(ids)) {
            List<SearchDocument> documents = source.documents(new HashSet<>(some));
            Set<UUID> gone = new HashSet<>(some);
            documents.forEach(document -> gone.remove(document.id()));
            index.put(documents);
            index.take(gone);
            vanished |= !gone.isEmpty();
        }
        cursor = upTo;
        uncommitted = true;
        if (!ids.isEmpty()) {
            index.show();
        }
        if (source.personal() && (vanished || due(purgedAt, NANOS_BETWEEN_PURGES)) && index.hasDeletions()) {
            purgedAt = System.nanoTime();
            commit();
            index.purge();
        }
    }

    void commitIfDue() throws IOException {
        if (uncommitted && due(committedAt, NANOS_BETWEEN_COMMITS)) {
            commit();
        }
    }

    void commit() throws IOException {
        if (database != null && whole) {
            index.commit(Map.of(
                    "format",
                    FORMAT,
                    "database",
                    database,
                    "xid",
                    Long.toString(cursor.xid()),
                    "id",
                    Long.toString(cursor.id())));
        }
        uncommitted = false;
        committedAt = System.nanoTime();
    }

    private static boolean due(long since, long nanos) {
        return System.nanoTime() - since > nanos;
    }

    private static List<List<UUID>> parts(Set<UUID> ids) {
        List<UUID> all = new ArrayList<>(ids);
        List<List<UUID>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            parts.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return parts;
    }
}
