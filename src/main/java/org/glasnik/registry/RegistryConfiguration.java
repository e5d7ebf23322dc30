package org.glasnik.registry;

import org.glasnik.deed.FieldWords;
import org.glasnik.platform.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {
    @Bean
    FieldWords kindsInDeeds(Texts texts) {
        return FieldWords.ofTexts("kind", texts, "registry.kind.");
    }

    @Bean
    FieldWords endingsInDeeds(Texts texts) {
        return FieldWords.ofTexts("ending", texts, "registry.ending.");
    }
}
