package org.glasnik.testing;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.glasnik.access.PersonId;
import org.glasnik.identity.Viewers;
import org.glasnik.platform.RequestUser;
import org.glasnik.platform.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;

/** What the shared application has in place of the outside, and the header by which a test is someone. */
@TestConfiguration(proxyBeanMethods = false)
class TestApplication {
    static final String AS = "X-Test-As";

    /** After the id: somebody who has passed the first factor of two. */
    static final String HALFWAY = " halfway";

    @Bean
    @Primary
    SwitchedDatabase dataSource() {
        return new SwitchedDatabase();
    }

    @Bean
    @Primary
    TestClock clock() {
        return new TestClock();
    }

    /** While {@link Crawl#PSEUDO} is on, every text stands between marks. */
    @Bean
    @Primary
    Texts pseudoTexts() {
        return new Texts(text -> Crawl.PSEUDO.get() ? "⟦" + text + "⟧" : text);
    }

    @Bean
    Web web(org.springframework.core.env.Environment environment, SwitchedDatabase database) {
        return new Web(environment, database);
    }

    @Bean
    FilterRegistrationBean<Filter> countingFilter() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            SwitchedDatabase.IN_REQUEST.set(true);
            try {
                chain.doFilter(request, response);
            } finally {
                SwitchedDatabase.IN_REQUEST.remove();
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> replay() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new Replay());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Signs a test in without the ceremony, which has its own tests. */
    @Bean
    FilterRegistrationBean<Filter> beingSomeone(ObjectProvider<Viewers> viewers) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            String as = ((HttpServletRequest) request).getHeader(AS);
            if (as != null) {
                boolean halfway = as.endsWith(HALFWAY);
                viewers.getObject()
                        .of(PersonId.of(as.replace(HALFWAY, "")), true)
                        .map(viewer -> halfway ? viewer.halfway() : viewer)
                        .ifPresent(viewer -> request.setAttribute(RequestUser.ATTRIBUTE, viewer));
            }
            chain.doFilter(request, response);
        });
        filter.setOrder(-1);
        return filter;
    }
}
