package org.glasnik.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
    @Bean
    FilterRegistrationBean<Proxies> proxies(
            @Value("${glasnik.proxies:127.0.0.1,0:0:0:0:0:0:0:1,::1}") Set<String> ours) {
        FilterRegistrationBean<Proxies> proxies = new FilterRegistrationBean<>(new Proxies(ours));
        proxies.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return proxies;
    }

    @Bean
    FilterRegistrationBean<Front> front(Assets assets, PublicPages pages, Languages languages, Headers headers) {
        FilterRegistrationBean<Front> front =
                new FilterRegistrationBean<>(new Front(assets, pages, languages, headers));
        front.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return front;
    }

    /** Around whatever asks the database: sessions (50 after the highest precedence) and public pages. */
    @Bean
    FilterRegistrationBean<LostDatabase> lostDatabase(Rendering rendering, Languages languages, Headers headers) {
        FilterRegistrationBean<LostDatabase> lost =
                new FilterRegistrationBean<>(new LostDatabase(rendering, languages, headers));
        lost.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return lost;
    }

    @Bean
    WebMvcRegistrations transacting(Acknowledging acknowledging) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new Transacting(acknowledging);
            }
        };
    }

    @Bean
    RecurringTask<Void> forgettingLimits(RateLimits limits) {
        return Tasks.recurring("limits-forget", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> limits.forgetOld());
    }

    @Bean
    RecurringTask<Void> forgettingKeysJob(Once once) {
        return Tasks.recurring("once-forget", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> once.forgetOld());
    }

    @Configuration(proxyBeanMethods = false)
    static class ClockConfiguration {
        /** The only clock: tests and the demo put another in its place. */
        @Bean
        @org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
