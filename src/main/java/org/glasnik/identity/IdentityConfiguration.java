package org.glasnik.identity;

import org.glasnik.deed.FieldWords;
import org.glasnik.platform.Texts;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    @Bean
    FieldWords seatsInDeeds(Texts texts) {
        return FieldWords.ofTexts("seat", texts, "identity.seat.");
    }

    @Bean
    FieldWords themesInDeeds(Texts texts) {
        return FieldWords.ofTexts("theme", texts, "platform.theme.");
    }

    /** After the security chain (-100), which has restored the authentication by then. */
    @Bean
    FilterRegistrationBean<ViewerFilter> viewerFilter(Viewers viewers) {
        FilterRegistrationBean<ViewerFilter> filter = new FilterRegistrationBean<>(new ViewerFilter(viewers));
        filter.setOrder(0);
        filter.setDispatcherTypes(jakarta.servlet.DispatcherType.REQUEST, jakarta.servlet.DispatcherType.ERROR);
        return filter;
    }
}
