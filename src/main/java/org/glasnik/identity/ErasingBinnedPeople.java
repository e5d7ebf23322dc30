package org.glasnik.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.personal.Erasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night, whoever has been in the bin for 30 days is erased: nobody's data are kept because nobody thought of them. */
@Configuration(proxyBeanMethods = false)
class ErasingBinnedPeople {
    private static final Logger LOG = LoggerFactory.getLogger(ErasingBinnedPeople.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final PersonRecords records;
    private final Erasures erasures;
    private final Clock clock;

    ErasingBinnedPeople(PersonRecords records, Erasures erasures, Clock clock) {
        this.records = records;
        this.erasures = erasures;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> erasingBinnedPeopleJob() {
        return Tasks.recurring("empty-bin-of-people", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 20)))
                .execute((instance, context) -> empty());
    }

    /** Each in a transaction of its own: one whose data cannot be erased keeps nobody else waiting until tomorrow. */
    void empty() {
        Instant before = clock.instant().minus(KEPT);
        for (PersonId person : records.binnedBefore(before)) {
            try {
                // Somebody may have been taken out of the bin since we looked.
                erasures.erase(Viewer.NOBODY, person, () -> records.staysBinned(person, before));
            } catch (RuntimeException e) {
                LOG.error("Person {} could not be erased and is tried again tomorrow", person, e);
            }
        }
    }
}
