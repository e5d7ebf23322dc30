package org.glasnik.operate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.glasnik.deed.FieldWords;
import org.glasnik.notify.MailServer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class OperateConfiguration {
    @Bean
    FieldWords countriesInDeeds() {
        return new FieldWords(
                "jurisdiction", (code, language) -> Locale.of("", code).getDisplayCountry(language.locale()));
    }

    @Bean
    Doctor doctor(
            DataSource source,
            Environment environment,
            MailServer mail,
            Clock clock,
            @Value("${glasnik.data:data}") Path data) {
        return new Doctor(
                source,
                new Machine(data.toAbsolutePath(), set(environment, "glasnik.base-url")),
                new MailProbe(mail),
                clock);
    }

    private static Optional<String> set(Environment environment, String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isBlank());
    }
}
