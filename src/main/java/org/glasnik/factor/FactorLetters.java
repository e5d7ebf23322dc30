package org.glasnik.factor;

import java.util.Map;
import org.glasnik.notify.LetterSample;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters of this module: none of them has values. */
@Configuration(proxyBeanMethods = false)
class FactorLetters {
    @Bean
    LetterSample factorAddedLetter() {
        return sample("factor.added");
    }

    @Bean
    LetterSample factorRemovedLetter() {
        return sample("factor.removed");
    }

    @Bean
    LetterSample factorsResetLetter() {
        return sample("factor.reset");
    }

    @Bean
    LetterSample recoveredLetter() {
        return sample("factor.recovered");
    }

    @Bean
    LetterSample codesLetter() {
        return sample("factor.codes");
    }

    private static LetterSample sample(String name) {
        return new LetterSample(name, Map.of(), true, null);
    }
}
