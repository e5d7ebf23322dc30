package org.glasnik.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The statement names what it was told to name, no more and no less. That every page is checked is {@code house}'s to show. */
@GlasnikTest
class AccessibilityStatementTest {
    private static final String SHORT = "identity.accessibility.short.";

    @Autowired
    Web web;

    @Autowired
    Texts texts;

    @Test
    void whatFallsShortIsNamedAndNothingElse() throws Exception {
        Properties statement = new Properties();
        try (InputStream file = AboutPages.class.getResourceAsStream("/accessibility.properties")) {
            statement.load(file);
        }
        List<String> named = List.of(statement.getProperty("short").split(","));
        List<String> written = texts.keys(Language.EN).stream()
                .filter(key -> key.startsWith(SHORT))
                .map(key -> key.substring(SHORT.length()))
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(written);
        Web.Answer page = web.anonymous().in("en").get("/accessibility");
        assertThat(page.page().select("main li").eachText())
                .containsExactlyElementsOf(named.stream()
                        .map(key -> texts.text(Language.EN, SHORT + key))
                        .toList());
        LocalDate checked = LocalDate.parse(statement.getProperty("checked"));
        assertThat(page.page().select("main section").last().text())
                .contains(checked.getDayOfMonth() + " ", "" + checked.getYear());
    }
}
