package org.glasnik.signin;

import java.time.Duration;
import org.glasnik.platform.BaseUrl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions stand in our database, by Spring Session: every node knows them, and a restart ends none. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {
    /** One read is a transaction by itself; a session is written in one apart, whatever becomes of the request's. */
    @Bean
    SessionRepository<? extends Session> sessionStore(
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            @Value("${spring.session.timeout}") Duration timeout) {
        JdbcIndexedSessionRepository sessions =
                new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
        sessions.setTableName("signin.session");
        sessions.setDefaultMaxInactiveInterval(timeout);
        sessions.setCleanupCron(ScheduledTaskRegistrar.CRON_DISABLED);
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionValues::bytes);
        conversion.addConverter(new SessionValues.Reading());
        sessions.setConversionService(conversion);
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        sessions.setGetSessionQuery(Sessions.READ);
        sessions.afterPropertiesSet();
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new SessionStore<>(sessions, apart);
    }

    @Bean
    FilterRegistrationBean<SessionStore.OneRequest> oneRequest() {
        FilterRegistrationBean<SessionStore.OneRequest> filter =
                new FilterRegistrationBean<>(new SessionStore.OneRequest());
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }

    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(BaseUrl base) {
        return cookie -> cookie.setUseSecureCookie(base.secure());
    }
}
