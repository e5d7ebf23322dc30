package org.glasnik.namematch;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night, lists that are older than {@link NameLists#KEPT} go. Decisions stay. */
@Configuration(proxyBeanMethods = false)
class PurgingLists {
    @Bean
    RecurringTask<Void> purgingNameListsJob(NameLists lists) {
        return Tasks.recurring("purge-name-lists", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 20)))
                .execute((instance, context) -> lists.purge());
    }
}
