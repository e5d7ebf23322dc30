package org.glasnik.importing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sees to it that imports are worked on: at once, on the node that was asked, and after a minute or two on any other where
 * that one has died.
 */
@Configuration(proxyBeanMethods = false)
class ImportWork {
    /** An import can be undone for so long; then its rows go, and with them what they were before. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    private final ImportSteps steps;
    private final Progress progress;
    private final Imports imports;
    private final java.time.Clock clock;

    ImportWork(ImportSteps steps, Progress progress, Imports imports, java.time.Clock clock) {
        this.steps = steps;
        this.progress = progress;
        this.imports = imports;
        this.clock = clock;
    }

    /** Once this transaction has committed. */
    void begin(ImportId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("import-" + id).start(() -> work(id));
            }
        });
    }

    private void work(ImportId id) {
        try {
            steps.work(id);
        } catch (RuntimeException e) {
            // What hindered a step is said on its page; here only what hindered that.
            LOG.warn(
                    "An import was left: another node goes on with it. {}",
                    e.getClass().getName());
        }
    }

    @Bean
    RecurringTask<Void> importsThatWereLeft() {
        return Tasks.recurring("imports-that-were-left", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> progress.left().forEach(this::work));
    }

    @Bean
    RecurringTask<Void> oldImports() {
        return Tasks.recurring("old-imports", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 20)))
                .execute((instance, context) -> imports.purge(clock.instant().minus(KEPT)));
    }
}
