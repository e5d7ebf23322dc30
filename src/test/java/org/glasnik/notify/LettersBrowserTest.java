package org.glasnik.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.glasnik.platform.Language;
import org.glasnik.testing.Axe;
import org.glasnik.testing.Chromium;
import org.glasnik.testing.GlasnikTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters themselves: readable by everyone, and they fetch nothing. */
@GlasnikTest
@Tag("browser")
class LettersBrowserTest {
    @Autowired
    LetterSamples samples;

    @Autowired
    WritingLetters writing;

    @Test
    void everyLetterCanBeReadByEveryone() {
        List<String> faults = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        try (BrowserContext context = Chromium.context()) {
            Page page = context.newPage();
            page.onRequest(request -> asked.add(request.url()));
            for (LetterSample sample : samples.all().values()) {
                page.setContent(writing.words(new WritingLetters.Draft(
                                sample.name(),
                                Language.UK,
                                ZoneOffset.UTC,
                                sample.values(),
                                sample.hasLink() ? "https://glasnik.example/" + "x".repeat(60) : null,
                                sample.category(),
                                sample.category() == null ? null : "https://glasnik.example/y"))
                        .html());
                Axe.faults(page).forEach(fault -> faults.add(sample.name() + ": " + fault));
            }
        }
        assertThat(asked).as("a letter fetches nothing").isEmpty();
        assertThat(faults).isEmpty();
    }
}
