package org.glasnik.factor;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FactorJobs {
    @Bean
    RecurringTask<Void> forgettingFactors(Totps totps, Challenges challenges) {
        return Tasks.recurring("factor-forget", FixedDelay.of(Duration.ofMinutes(30)))
                .execute((instance, context) -> {
                    totps.forgetUnconfirmed();
                    challenges.forgetOld();
                });
    }
}
