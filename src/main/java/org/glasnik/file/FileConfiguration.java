package org.glasnik.file;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FileConfiguration {
    @Bean
    RecurringTask<Void> sweepingJob(SweepingFiles sweeping) {
        return Tasks.recurring("files-sweep", Schedules.daily(ZoneOffset.UTC, LocalTime.of(2, 45)))
                .execute((instance, context) -> sweeping.sweep());
    }
}
