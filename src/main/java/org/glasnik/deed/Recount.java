package org.glasnik.deed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks the chain from its beginning and notes what does not agree. */
final class Recount {
    private final String noted;
    private final Set<Fault> faults = new LinkedHashSet<>();
    private byte[] previous = DeedLine.NOTHING;
    private long last;
    private long batches;
    private long deeds;
    private long erased;
    private boolean notedSeen;

    /** @param noted hex of a hash that must be met, or empty */
    Recount(String noted) {
        this.noted = noted;
        this.notedSeen = noted.isEmpty();
    }

    void batch(Batches.Batch batch, List<Linked> linked) {
        for (long missing = last + 1; missing < batch.number() && missing <= last + 100; missing++) {
            fault(Fault.Kind.BATCH_MISSING, missing, null);
        }
        if (!Arrays.equals(batch.previous(), previous)) {
            fault(Fault.Kind.CHAIN_BROKEN, batch.number(), null);
        }
        if (linked.size() != batch.count() || !inPlace(linked)) {
            fault(Fault.Kind.COUNT, batch.number(), null);
        }
        for (Linked link : linked) {
            if (link.line() == null) {
                fault(Fault.Kind.DEED_MISSING, batch.number(), link.id());
            } else {
                detail(batch.number(), link);
            }
        }
        List<DeedLine> lines =
                linked.stream().map(Linked::line).filter(Objects::nonNull).toList();
        byte[] hash = DeedLine.hash(batch.previous(), batch.number(), batch.at(), lines);
        if (!Arrays.equals(hash, batch.hash())) {
            fault(Fault.Kind.CHANGED, batch.number(), null);
        }
        previous = batch.hash();
        last = batch.number();
        batches++;
        deeds += lines.size();
        notedSeen |= HexFormat.of().formatHex(batch.hash()).equals(noted);
    }

    void detail(@Nullable Long batch, Linked link) {
        if (link.detailKept()) {
            return;
        }
        if (!link.detailGone()) {
            fault(Fault.Kind.DETAIL_CHANGED, batch, link.id());
        } else if (link.line() != null && link.line().aboutPerson()) {
            erased++;
        } else {
            fault(Fault.Kind.DETAIL_MISSING, batch, link.id());
        }
    }

    void fault(Fault.Kind kind, @Nullable Long batch, @Nullable UUID deed) {
        faults.add(new Fault(kind, batch, deed));
    }

    ChainReport report(long waiting) {
        if (!notedSeen) {
            fault(Fault.Kind.HEAD_UNKNOWN, null, null);
        }
        String head = batches == 0 ? "" : HexFormat.of().formatHex(previous);
        return new ChainReport(batches, deeds, waiting, erased, head, new ArrayList<>(faults));
    }

    private static boolean inPlace(List<Linked> linked) {
        for (int i = 0; i < linked.size(); i++) {
            if (linked.get(i).position() != i + 1) {
                return false;
            }
        }
        return true;
    }
}
