package org.glasnik.registry;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.glasnik.access.BodyId;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every night, what has been in the bin for 30 days goes for good. A body that anything refers to stays: its past seats are
 * public record.
 */
@Configuration(proxyBeanMethods = false)
class EmptyingBin {
    private final BinnedBodies binned;
    private final Deeds deeds;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EmptyingBin(BinnedBodies binned, Deeds deeds, Clock clock, TransactionTemplate transaction) {
        this.binned = binned;
        this.deeds = deeds;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Bean
    RecurringTask<Void> emptyingBinJob() {
        return Tasks.recurring("empty-bin-of-bodies", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 10)))
                .execute((instance, context) -> empty());
    }

    void empty() {
        transaction.executeWithoutResult(status -> {
            for (BodyId id : binned.purge(clock.instant().minus(BinPage.KEPT))) {
                deeds.recordOwn(Deed.of("body.purged", "body", id.value()));
            }
        });
    }
}
