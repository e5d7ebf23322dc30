package org.glasnik.personal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnik.access.PersonId;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log says of people: nothing. */
@GlasnikTest
class LogTest {
    private static final String MAIL = "canary.person@mail.example";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/sign-in/\\S+)");

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private PatternLayout layout() {
        PatternLayout layout = new PatternLayout();
        layout.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        layout.setPattern(environment.getRequiredProperty("logging.pattern.console"));
        layout.start();
        return layout;
    }

    private String logged(String message, Throwable thrown) {
        Logger logger = (Logger) LoggerFactory.getLogger("org.glasnik.test");
        return layout().doLayout(new LoggingEvent("x", logger, Level.ERROR, message, thrown, null));
    }

    @Test
    void addressesAndWhatStandsInAnAddressBarAreMasked() {
        assertThat(logged("Letter to " + MAIL + " at https://x.example/find?name=Канарка&token=abc#z failed", null))
                .endsWith("ERROR test Letter to *** at https://x.example/find?name=***&token=*** failed"
                        + System.lineSeparator());
    }

    @Test
    void anErrorIsWrittenOnceAndMasked() {
        String line = logged("Unexpected", new IllegalStateException("Key (mail_key)=(" + MAIL + ") already exists"));
        assertThat(line)
                .contains("IllegalStateException: Key (mail_key)=(***) already exists")
                .doesNotContain("canary");
        assertThat(line.split("IllegalStateException", -1)).hasSize(2);
    }

    /** Signs in by a letter, changes things, mistypes, takes the data along and has them erased; then nobody is signed in. */
    @Test
    void aWalkLeavesNothingOfThePersonInTheLog() throws Exception {
        PersonId person = Cast.person(jdbc, "resident");
        jdbc.sql("update identity.person set name = 'Канарка Співуча', mail = ?, mail_key = ? where id = ?")
                .params(MAIL, MAIL, person.value())
                .update();
        PatternLayout layout = layout();
        List<String> lines = new CopyOnWriteArrayList<>();
        AppenderBase<ILoggingEvent> listening = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(layout.doLayout(event));
            }
        };
        listening.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(listening);
        String link;
        try {
            LoggerFactory.getLogger("org.glasnik.test").info("the log is listened to");
            Web browser = web.anonymous().in("en");
            browser.submit("/sign-in", "/sign-in/link", Map.of("mail", MAIL));
            link = link();
            assertThat(browser.submit(link, link, Map.of()).status()).isEqualTo(302);
            assertThat(browser.get("/account").status()).isEqualTo(200);
            browser.get("/no-such-page?token=canary-token&name=Канарка".replace("Канарка", "%D0%9A%D0%B0%D0%BD"));
            browser.get("/deeds?actor=canary");
            browser.get("/privacy/canary/%00");
            browser.submit("/account/data", "/account/data/export", Map.of());
            browser.submit("/account/data/erasure", "/account/data/erasure", Map.of("mail", "wrong" + MAIL));
            assertThat(browser.submit("/account/data/erasure", "/account/data/erasure", Map.of("mail", MAIL))
                            .location())
                    .isEqualTo("/privacy/erased");
            assertThat(browser.get("/privacy/erased").status()).isEqualTo(200);
            assertThat(browser.get("/account").location()).startsWith("/sign-in");
        } finally {
            root.detachAppender(listening);
        }
        String log = String.join("", lines);
        assertThat(log).contains("the log is listened to");
        assertThat(log.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("canary")
                .doesNotContain("канар");
        assertThat(log).doesNotContain(link.substring(link.lastIndexOf('/') + 1));
        assertThat(jdbc.sql("select count(*) from signin.session where person_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String link() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            String text = jdbc.sql("select string_agg(text, ' ') from notify.letter where to_address = ?")
                    .param(MAIL)
                    .query(String.class)
                    .optional()
                    .orElse("");
            Matcher found = LINK.matcher(text);
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No letter with a link came");
    }
}
