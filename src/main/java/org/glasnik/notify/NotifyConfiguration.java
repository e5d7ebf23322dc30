package org.glasnik.notify;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.glasnik.deed.FieldWords;
import org.glasnik.platform.BaseUrl;
import org.glasnik.platform.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotifyConfiguration {
    /** {@code GLASNIK_SMTP_URL} and {@code GLASNIK_MAIL_FROM}; without the second, letters come from this site's host. */
    @Bean
    MailServer mailServer(
            @Value("${glasnik.smtp-url:}") String url, @Value("${glasnik.mail-from:}") String from, BaseUrl base) {
        return MailServer.of(
                url, from.isBlank() ? "glasnik@" + URI.create(base.of("/")).getHost() : from.strip());
    }

    /** All that a node did not send right after posting: retries, letters of nodes that died. */
    @Bean
    RecurringTask<Void> lettersJob(SendingLetters sending) {
        return Tasks.recurring("letters", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> sending.sendDue(context.getSchedulerState()::isShuttingDown));
    }

    @Bean
    RecurringTask<Void> oldLettersJob(Deliveries deliveries, Clock clock) {
        return Tasks.recurring("letters-old", Schedules.daily(ZoneOffset.UTC, LocalTime.of(1, 20)))
                .execute((instance, context) -> deliveries.forgetOld(clock.instant()));
    }

    @Bean
    FieldWords statesInDeeds(Texts texts) {
        return FieldWords.ofTexts("state", texts, "notify.state.");
    }

    @Bean
    FieldWords faultsInDeeds(Texts texts) {
        return FieldWords.ofTexts("fault", texts, "notify.fault.");
    }

    @Bean
    FieldWords categoriesInDeeds(Texts texts) {
        return FieldWords.ofTexts("category", texts, "letter.category.");
    }

    @Bean
    LetterSample testLetter() {
        return new LetterSample("notify.test", Map.of(), true, null);
    }
}
