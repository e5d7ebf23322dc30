package org.glasnik.deed;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeedConfiguration {
    /** Until it is chained a deed can be altered unnoticed: the pause is how long. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> chainingJob(ChainingDeeds chaining) {
        return Tasks.recurring("deeds-chain", FixedDelay.of(PAUSE)).execute((instance, context) -> chaining.chain());
    }

    @Bean
    RecurringTask<Void> headJob(ChainingDeeds chaining) {
        return Tasks.recurring("deeds-head", Schedules.daily(ZoneOffset.UTC, LocalTime.of(2, 0)))
                .execute((instance, context) -> chaining.logHead());
    }
}
