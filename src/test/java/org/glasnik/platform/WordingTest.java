package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @EnumSource
    void everyTextOfOursIsFilledAsIcuFillsIt(Language language) {
        Texts texts = new Texts();
        int filled = 0;
        for (String key : texts.keys(language)) {
            String pattern = texts.pattern(language, key);
            MessageFormat icu = new MessageFormat(pattern, ULocale.forLocale(language.locale()));
            for (Object value : new Object[] {"{a} 'b' <c>", 1, 2, 5, 1234567}) {
                Map<String, Object> arguments = new HashMap<>();
                icu.getArgumentNames().forEach(name -> arguments.put(name, value));
                Object[] named = arguments.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray();
                String expected;
                try {
                    expected = icu.format(arguments);
                } catch (IllegalArgumentException e) {
                    continue; // a plural of a text
                }
                filled++;
                assertThat(Wording.of(pattern, language.locale()).with(named))
                        .as(key)
                        .isEqualTo(expected);
            }
        }
        assertThat(filled).isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                "{a}",
                "{a}{b}",
                "x {a} y {b} z {a}",
                "it''s {a}",
                "'{'not an argument'}' {a}",
                "'{' {a} it's",
                "{ a }",
                "{a} {missing}",
                "{n, plural, one {# of {a}} other {# of {a}s}}"
            })
    void quotesAndPlacesAreIcus(String pattern) {
        Map<String, Object> arguments = Map.of("a", "A", "b", "{b}", "n", 3);
        assertThat(Wording.of(pattern, java.util.Locale.ENGLISH).with("a", "A", "b", "{b}", "n", 3))
                .isEqualTo(new MessageFormat(pattern, java.util.Locale.ENGLISH).format(arguments));
    }

    @Test
    void numbersAreWrittenAsTheReaderWritesThem() {
        assertThat(new Texts().text(Language.EN, "platform.left.days", "days", 1200, "hours", 1))
                .contains("1,200");
    }
}
