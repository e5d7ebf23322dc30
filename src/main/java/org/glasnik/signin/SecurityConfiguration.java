package org.glasnik.signin;

import org.glasnik.platform.BaseUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * One chain for everything: it knows the session and refuses forged forms. What a person may do is not decided
 * here but by each route's rule and in each query.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** RFC 8058: mail programs unsubscribe by a bare POST. The token in its path is its only power. */
    private static final String ONE_CLICK = "/letters/unsubscribe/*";

    @Bean
    CsrfTokenRepository csrfTokens(BaseUrl base) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("csrf");
        tokens.setCookieCustomizer(cookie ->
                cookie.httpOnly(true).secure(base.secure()).sameSite("Lax").path("/"));
        return tokens;
    }

    /** Each filter of the chain watched by itself costs more than the chain. */
    @Bean
    SecurityObservationSettings unwatched() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, CsrfTokenRepository csrfTokens) {
        HeaderWriter noStore = (request, response) -> {
            if (!response.containsHeader("Cache-Control")) {
                response.setHeader("Cache-Control", "no-store");
            }
        };
        return http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .ignoringRequestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ONE_CLICK)))
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(noStore))
                // What we do not use is not run at each request. A forged form is 403 by itself.
                .anonymous(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }
}
