package org.glasnik.signin;

import org.glasnik.platform.BaseUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * One chain for everything: it knows the session, refuses forged forms. What a person may do is not decided
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
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(base.secure()).sameSite("Lax").path("/"));
        return tokens;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, CsrfTokenRepository csrfTokens) {
        HeaderWriter noStore = (request, response) -> {
            if (!response.containsHeader("Cache-Control")) {
                response.setHeader("Cache-Control", "no-store");
            }
        };
        return http.authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .ignoringRequestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ONE_CLICK)))
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(noStore))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused -> refused.accessDeniedHandler(
                        (request, response, forged) -> response.sendError(jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN)))
                .build();
    }

    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(BaseUrl base) {
        return cookie -> cookie.setUseSecureCookie(base.secure());
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionQueries() {
        return sessions -> {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            sessions.setGetSessionQuery(Sessions.READ);
        };
    }

    /** What an older version wrote into a session and this one cannot read is forgotten: a sign-in, never a broken page. */
    @Bean
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new Reading());
        return conversion;
    }

    private static final class Reading implements Converter<byte[], @Nullable Object> {
        private final DeserializingConverter read = new DeserializingConverter();

        @Override
        public @Nullable Object convert(byte[] bytes) {
            try {
                return read.convert(bytes);
            } catch (SerializationFailedException e) {
                LoggerFactory.getLogger(SecurityConfiguration.class)
                        .warn("An attribute of a session cannot be read any more and is left out");
                return null;
            }
        }
    }
}
