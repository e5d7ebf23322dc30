package org.glasnik.pageduty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.springframework.stereotype.Component;

/**
 * Begins and ends duties. One that changes ends on the day on which the new one begins, so that what held on a day of the past can
 * still be said. Call inside a transaction.
 */
@Component
public class ChangingDuties {
    private final Duties duties;
    private final Deeds deeds;

    ChangingDuties(Duties duties, Deeds deeds) {
        this.duties = duties;
        this.deeds = deeds;
    }

    /** @return those that could not begin, since another of the same kind begins on that day or later; then none has begun */
    public List<Duty> begin(Viewer by, Collection<Duty> begun) {
        duties.lock();
        List<Duty> refused = begun.stream()
                .filter(duty -> duties.met(duty)
                        .filter(met -> !met.duty().since().isBefore(duty.since()))
                        .isPresent())
                .toList();
        if (!refused.isEmpty()) {
            return refused;
        }
        List<Deed> done = new ArrayList<>();
        for (Duty duty : begun) {
            duties.met(duty).ifPresent(met -> {
                duties.end(met.id(), duty.since());
                done.add(Deed.of("duty.ended", "duty", met.id()).with("until", met.until(), duty.since()));
            });
            done.add(Deed.of("duty.begun", "duty", duties.insert(duty)).between(null, duty));
        }
        deeds.record(by, done);
        return List.of();
    }

    /** @return false where it has ended before, or where the day is not after its first */
    boolean end(Viewer by, UUID id, LocalDate until) {
        duties.lock();
        Optional<KeptDuty> open = duties.of(id)
                .filter(duty ->
                        duty.until() == null && until.isAfter(duty.duty().since()));
        open.ifPresent(duty -> {
            duties.end(id, until);
            deeds.record(by, Deed.of("duty.ended", "duty", id).with("until", null, until));
        });
        return open.isPresent();
    }

    /** @return false where it has not ended, or where another has begun since */
    boolean goOn(Viewer by, UUID id) {
        duties.lock();
        Optional<KeptDuty> ended = duties.of(id).filter(duty -> duty.until() != null && !duties.followed(duty));
        ended.ifPresent(duty -> {
            duties.end(id, null);
            deeds.record(by, Deed.of("duty.endTakenBack", "duty", id).with("until", duty.until(), null));
        });
        return ended.isPresent();
    }

    /** What was entered by mistake goes; the one that ended for it goes on. False where another has begun since. */
    boolean takeBack(Viewer by, UUID id) {
        duties.lock();
        Optional<KeptDuty> mistaken = duties.of(id).filter(duty -> !duties.followed(duty));
        mistaken.ifPresent(duty -> {
            duties.delete(id);
            duties.before(duty).ifPresent(before -> duties.end(before.id(), null));
            deeds.record(by, Deed.of("duty.takenBack", "duty", id).between(duty.duty(), null));
        });
        return mistaken.isPresent();
    }
}
