package org.glasnik.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Clients insert rows and note what was acknowledged; at a random moment the server and all its backends are killed at once;
 * when it is back, what was noted is looked for. This says nothing of a power cut: the page cache of the system survives.
 */
record CrashRounds(EmbeddedPostgres postgres, int clients) {

    private static final Duration BACK = Duration.ofSeconds(30);

    /** Acknowledged inserts, those of them that are gone, and those that are there though the client saw an error. */
    record Outcome(int rounds, int acknowledged, int lost, int hidden) {
        Outcome plus(Outcome other) {
            return new Outcome(
                    rounds + other.rounds, acknowledged + other.acknowledged, lost + other.lost, hidden + other.hidden);
        }
    }

    static int rounds(int usual) {
        return Integer.getInteger("soak.rounds", usual);
    }

    Outcome run(int rounds) throws Exception {
        Homes.execute(
                postgres,
                "drop table if exists ack",
                "create table ack (id bigint primary key, word text not null)",
                "checkpoint");
        var outcome = new Outcome(0, 0, 0, 0);
        for (int round = 0; round < rounds; round++) {
            outcome = outcome.plus(round(round * 100_000_000L));
        }
        return outcome;
    }

    private Outcome round(long base) throws Exception {
        Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
        long pid = postgres.pid();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                long first = base + client * 1_000_000L;
                threads.execute(() -> insert(first, acknowledged));
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(150, 600));
            Homes.kill(Homes.tree(pid));
        }
        Homes.await(
                BACK,
                () -> postgres.pid() != pid && Homes.ask(postgres, "select 1").equals("1"));
        var there = new HashSet<Long>();
        try (var connection = Homes.connect(postgres);
                var query = connection.prepareStatement("select id from ack where id >= ?")) {
            query.setLong(1, base);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    there.add(rows.getLong(1));
                }
            }
        }
        int lost = (int) acknowledged.stream().filter(id -> !there.contains(id)).count();
        int hidden =
                (int) there.stream().filter(id -> !acknowledged.contains(id)).count();
        return new Outcome(1, acknowledged.size(), lost, hidden);
    }

    private void insert(long first, Set<Long> acknowledged) {
        try (var connection = Homes.connect(postgres);
                var insert = connection.prepareStatement("insert into ack values (?, ?)")) {
            for (long id = first; ; id++) {
                insert.setLong(1, id);
                insert.setString(2, "a word that takes some room");
                insert.executeUpdate();
                acknowledged.add(id);
            }
        } catch (SQLException killed) {
            // The end of the round.
        }
    }
}
