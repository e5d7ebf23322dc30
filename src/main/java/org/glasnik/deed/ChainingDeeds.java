package org.glasnik.deed;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts waiting deeds into the chain, batch by batch. One node at a time: whoever finds the lock taken leaves. */
@Component
public class ChainingDeeds {
    private static final Logger LOG = LoggerFactory.getLogger(ChainingDeeds.class);
    private static final int BATCH = 1000;

    private final Batches batches;
    private final TransactionOperations transaction;
    private final Clock clock;

    ChainingDeeds(Batches batches, TransactionOperations transaction, Clock clock) {
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Chains all that waits; returns how many deeds. Each batch is a transaction of its own, so a crash costs one batch. */
    public int chain() {
        int all = 0;
        int chained;
        do {
            chained = Optional.ofNullable(transaction.execute(status -> oneBatch()))
                    .orElse(0);
            all += chained;
        } while (chained == BATCH);
        return all;
    }

    /** Writes the head to the log, which leaves the machine by other ways than the database does (decision 0004). */
    public void logHead() {
        batches.last()
                .ifPresent(last -> LOG.info(
                        "Head of the account of deeds: batch {}, {}",
                        last.number(),
                        HexFormat.of().formatHex(last.hash())));
    }

    private int oneBatch() {
        if (!batches.lock()) {
            return 0;
        }
        List<DeedLine> lines = batches.take(BATCH);
        if (lines.isEmpty()) {
            return 0;
        }
        Optional<Batches.Batch> last = batches.last();
        long number = last.map(Batches.Batch::number).orElse(0L) + 1;
        byte[] previous = last.map(Batches.Batch::hash).orElse(DeedLine.NOTHING);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] hash = DeedLine.hash(previous, number, at, lines);
        batches.add(new Batches.Batch(number, lines.size(), previous, hash, at), lines);
        return lines.size();
    }
}
