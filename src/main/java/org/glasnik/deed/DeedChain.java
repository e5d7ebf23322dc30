package org.glasnik.deed;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks the account of deeds: every batch's hash is counted again from the rows. What that proves and what it does not is in
 * decision 0004.
 */
@Component
public class DeedChain {
    private static final int STRETCH = 20;

    private final Batches batches;
    private final TransactionTemplate snapshot;

    DeedChain(Batches batches, PlatformTransactionManager transactions) {
        this.batches = batches;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Hex of the last batch's hash. Noted outside, it makes a cut-off end visible; empty where nothing is chained yet. */
    public Optional<String> head() {
        return batches.last().map(last -> HexFormat.of().formatHex(last.hash()));
    }

    public ChainReport check() {
        return check(null);
    }

    /** @param noted a head that was noted earlier, which the chain must still contain; null or blank for none */
    public ChainReport check(@Nullable String noted) {
        String head = noted == null ? "" : noted.strip().toLowerCase(Locale.ROOT);
        return java.util.Objects.requireNonNull(snapshot.execute(status -> counted(head)));
    }

    private ChainReport counted(String noted) {
        Recount recount = new Recount(noted);
        long number = 0;
        List<Batches.Batch> stretch = batches.after(number, STRETCH);
        while (!stretch.isEmpty()) {
            Map<Long, List<Linked>> linked = batches.linked(stretch);
            for (Batches.Batch batch : stretch) {
                recount.batch(batch, linked.getOrDefault(batch.number(), List.of()));
            }
            number = stretch.getLast().number();
            stretch = batches.after(number, STRETCH);
        }
        List<Linked> waiting = batches.waiting();
        waiting.forEach(deed -> recount.detail(null, deed));
        batches.astray().forEach(deed -> recount.fault(Fault.Kind.UNCHAINED, null, deed));
        batches.detailsOfNoDeed().forEach(deed -> recount.fault(Fault.Kind.DEED_MISSING, null, deed));
        return recount.report(waiting.size());
    }
}
