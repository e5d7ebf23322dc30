package org.glasnik.notify;

import java.time.Instant;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A letter that can be unsubscribed from, for tests. Its texts are in src/test/resources. */
@Configuration(proxyBeanMethods = false)
class SampleLetters {
    @Bean
    LetterSample sampleNews() {
        return new LetterSample(
                "sample.news",
                Map.of("name", "Домисловська громада", "days", 3, "at", Instant.parse("2027-03-10T16:00:00Z")),
                true,
                "sample");
    }
}
