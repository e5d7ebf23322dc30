package org.glasnik.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.testing.GlasnikTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GlasnikTest
class LetterTextsTest {
    @Autowired
    LetterSamples samples;

    @Autowired
    List<LetterSample> declared;

    @Autowired
    WritingLetters writing;

    @Autowired
    Texts texts;

    private Words words(LetterSample sample, Language language) {
        return writing.words(new WritingLetters.Draft(
                sample.name(),
                language,
                ZoneOffset.UTC,
                sample.values(),
                sample.hasLink() ? "http://localhost/x" : null,
                sample.category(),
                sample.category() == null ? null : "http://localhost/y"));
    }

    @Test
    void everyLetterHasItsSampleAndEverySampleItsTexts() {
        Set<String> named = declared.stream().map(LetterSample::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(samples.all().keySet());
    }

    @Test
    void everyLetterIsWrittenInEveryLanguageWithAllItsValues() {
        for (LetterSample sample : declared) {
            for (Language language : Language.values()) {
                Words words = words(sample, language);
                String which = sample.name() + " " + language.tag();
                assertThat(words.subject()).as(which).isNotBlank().doesNotContain("{");
                assertThat(words.text()).as(which).doesNotContain("{");
                assertThat(words.html())
                        .as(which)
                        .contains("<html lang=\"" + language.tag() + "\">")
                        .doesNotContain("{", "<script", "<img", "<link", "@import", "url(");
            }
        }
    }

    /** Each form of a Slavic plural: 1, 2 to 4, 5 and more, 11 to 14, 21. */
    @Test
    void pluralsAreRight() {
        assertThat(List.of(1, 2, 5, 11, 21, 22).stream()
                        .map(n -> texts.text(Language.UK, "notify.outbox.count", "count", n)))
                .containsExactly("1 лист", "2 листи", "5 листів", "11 листів", "21 лист", "22 листи");
        assertThat(List.of(1, 2, 5, 11, 21, 22).stream()
                        .map(n -> texts.text(Language.SR_LATN, "notify.outbox.count", "count", n)))
                .containsExactly("1 pismo", "2 pisma", "5 pisama", "11 pisama", "21 pismo", "22 pisma");
        assertThat(List.of(1, 2, 5, 11, 21, 22).stream()
                        .map(n -> texts.text(Language.RU, "notify.outbox.count", "count", n)))
                .containsExactly("1 письмо", "2 письма", "5 писем", "11 писем", "21 письмо", "22 письма");
        assertThat(List.of(1, 2).stream().map(n -> texts.text(Language.EN, "notify.outbox.count", "count", n)))
                .containsExactly("1 letter", "2 letters");
    }
}
