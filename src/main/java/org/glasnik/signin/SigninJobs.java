package org.glasnik.signin;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SigninJobs {
    @Bean
    OneTimeTask<Void> answeringMailJob(AnsweringMail answering) {
        return Tasks.oneTime(AnsweringMail.JOB)
                .execute((instance, context) -> answering.answer(UUID.fromString(instance.getId())));
    }

    /** What has served its time is not kept: tokens, requests, devices of ended sessions. */
    @Bean
    RecurringTask<Void> forgettingSigninJob(
            Tokens tokens, MailRequests requests, AddressChanges changes, Sessions sessions) {
        return Tasks.recurring("signin-forget", FixedDelay.of(Duration.ofMinutes(30)))
                .execute((instance, context) -> {
                    tokens.forgetOld();
                    requests.forgetOld();
                    changes.forgetOld();
                    sessions.forgetExpired();
                    sessions.forgetOldArrivals();
                });
    }
}
