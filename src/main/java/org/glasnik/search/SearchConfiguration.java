package org.glasnik.search;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean
    RecurringTask<Void> forgettingChangesJob(ObjectChanges changes, Clock clock) {
        return Tasks.recurring("search-changes-forget", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 40)))
                .execute((instance, context) -> changes.prune(clock.instant().minus(ObjectChanges.KEPT)));
    }
}
