package org.glasnik.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glasnik.platform.InstallationName;
import org.glasnik.platform.Language;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GlasnikTest
class SendingLettersTest {
    @Autowired
    Letters letters;

    @Autowired
    Deliveries deliveries;

    @Autowired
    InstallationName installation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void start() {
        mail.start();
        clock.set(TestClock.START);
        jdbc.sql("truncate notify.letter, notify.attempt, notify.unsubscription")
                .update();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private MailServer green() {
        return MailServer.of("smtp://127.0.0.1:" + mail.getSmtp().getPort(), "glasnik@example.org");
    }

    private int send(MailServer server) {
        return new SendingLetters(deliveries, server, installation, clock, meters).sendDue(() -> false);
    }

    private record Row(String state, int attempts, int inDoubt, String lastFault) {}

    private Row row() {
        return jdbc.sql("select state, attempts, in_doubt, last_fault from notify.letter")
                .query(Row.class)
                .single();
    }

    private List<Fate.Attempt> attempts() {
        return jdbc.sql("select at, outcome, fault, code from notify.attempt order by id")
                .query(Fate.Attempt.class)
                .list();
    }

    @Test
    void aLetterArrivesOnceWithBothParts() throws Exception {
        letters.post(Posts.news("a", Cast.person(jdbc, "resident"), Language.UK, 5));
        assertThat(send(green())).isEqualTo(1);
        assertThat(send(green())).isZero();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        MimeMessage message = mail.getReceivedMessages()[0];
        record Sent(String messageId, String text, String html, String unsubscribe) {}
        Sent kept = jdbc.sql("select message_id, text, html, unsubscribe from notify.letter")
                .query(Sent.class)
                .single();
        assertThat(message.getSubject()).isEqualTo("Новини: Домислов");
        assertThat(message.getHeader("Message-ID")).containsExactly(kept.messageId());
        assertThat(message.getHeader("From")).containsExactly("Glasnik <glasnik@example.org>");
        assertThat(message.getHeader("To")).containsExactly("reader@example.org");
        assertThat(message.getHeader("Content-Language")).containsExactly("uk");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(String.join("", message.getHeader("List-Unsubscribe")).replaceAll("\\s", ""))
                .isEqualTo("<" + kept.unsubscribe() + ">");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(message.getSentDate().toInstant()).isEqualTo(TestClock.START);
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(kept.text());
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(kept.html());
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(row()).isEqualTo(new Row("sent", 1, 0, null));
    }

    @Test
    void aTransactionalLetterHasNoUnsubscribeHeader() throws Exception {
        letters.post(Posts.plain("a"));
        send(green());
        assertThat(mail.getReceivedMessages()[0].getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void aSecretLetterIsWipedOnceItIsSent() {
        letters.post(Posts.secret("a"));
        String stored = "select count(*) from notify.letter where text like '%TOKEN%' and html like '%TOKEN%'";
        assertThat(jdbc.sql(stored).query(Integer.class).single()).isEqualTo(1);
        send(green());
        assertThat(jdbc.sql("select text || html from notify.letter")
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(row().state()).isEqualTo("sent");
    }

    @Test
    void whatTheServerPutsOffIsTriedAgainWithLongerPauses() throws Exception {
        letters.post(Posts.plain("a"));
        try (ScriptedServer busy = new ScriptedServer().answer("RCPT", "451 4.7.1 greylisted, come back")) {
            MailServer server = MailServer.of(busy.url(), "glasnik@example.org");
            List<Long> pauses = new ArrayList<>();
            for (int i = 0; i < 11; i++) {
                send(server);
                assertThat(send(server)).isZero();
                Duration pause = Duration.between(
                        clock.instant(),
                        jdbc.sql("select next_attempt_at from notify.letter")
                                .query(java.time.OffsetDateTime.class)
                                .single()
                                .toInstant());
                pauses.add(pause.toMinutes());
                clock.advance(pause);
            }
            assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 360L, 360L);
            assertThat(row()).isEqualTo(new Row("waiting", 11, 0, "busy"));
            busy.answer("RCPT", "250 ok");
            assertThat(send(server)).isEqualTo(1);
            assertThat(busy.letters).hasSize(1);
        }
        assertThat(row()).isEqualTo(new Row("sent", 12, 0, null));
        assertThat(attempts().getFirst()).isEqualTo(new Fate.Attempt(TestClock.START, "later", "busy", "451 4.7.1"));
    }

    @Test
    void afterThreeDaysALetterHasFailed() throws Exception {
        letters.post(Posts.plain("a"));
        try (ScriptedServer busy = new ScriptedServer().answer("RCPT", "450 busy")) {
            MailServer server = MailServer.of(busy.url(), "glasnik@example.org");
            while (!row().state().equals("failed")) {
                send(server);
                clock.advance(Duration.ofHours(6));
            }
        }
        assertThat(Duration.between(TestClock.START, attempts().getLast().at())).isEqualTo(Duration.ofHours(72));
        assertThat(row().lastFault()).isEqualTo("busy");
    }

    @Test
    void whatIsRefusedForGoodFails() throws Exception {
        letters.post(Posts.secret("a"));
        try (ScriptedServer server = new ScriptedServer().answer("RCPT", "550 5.1.1 <reader@example.org> unknown")) {
            send(MailServer.of(server.url(), "glasnik@example.org"));
            clock.advance(Duration.ofDays(1));
            send(MailServer.of(server.url(), "glasnik@example.org"));
        }
        assertThat(row()).isEqualTo(new Row("failed", 1, 0, "address"));
        assertThat(attempts()).containsExactly(new Fate.Attempt(TestClock.START, "failed", "address", "550 5.1.1"));
        // Words that sign someone in are not kept for nobody; and the server's own words, with the address, are
        // nowhere.
        assertThat(jdbc.sql("select text || html from notify.letter")
                        .query(String.class)
                        .single())
                .isEmpty();
        letters.post(Posts.plain("b"));
        try (ScriptedServer server = new ScriptedServer().answer(".", "554 5.7.1 spam")) {
            send(MailServer.of(server.url(), "glasnik@example.org"));
        }
        assertThat(jdbc.sql("select last_fault from notify.letter where key = 'b'")
                        .query(String.class)
                        .single())
                .isEqualTo("content");
    }

    /** What is wrong with us is no reason to give up a letter, nor to try the others in the same minute. */
    @Test
    void aFaultOfTheServerStopsTheRound() throws Exception {
        letters.post(Posts.plain("a"));
        letters.post(Posts.plain("b"));
        try (ScriptedServer server = new ScriptedServer().answer("MAIL", "550 5.7.1 sender rejected")) {
            send(MailServer.of(server.url(), "glasnik@example.org"));
        }
        assertThat(jdbc.sql("select state, attempts, in_doubt, last_fault from notify.letter order by attempts desc")
                        .query(Row.class)
                        .list())
                .containsExactly(new Row("waiting", 1, 0, "sender"), new Row("waiting", 0, 0, null));
    }

    @Test
    void aNodeThatDiesBeforeTheMarkLeavesOneCopyUnderOneMessageId() throws Exception {
        letters.post(Posts.plain("a"));
        letters.post(Posts.plain("b"));
        deliveries.release(clock.instant());
        Due taken = deliveries.claim(clock.instant()).orElseThrow();
        try (MailLine line = new MailLine(green())) {
            assertThat(line.send(taken, "Glasnik").outcome()).isEqualTo(MailReply.Outcome.SENT);
        }
        // Here the node is killed. Another one leaves the claim alone until it is over, and sends only the other
        // letter.
        assertThat(send(green())).isEqualTo(1);
        clock.advance(Deliveries.CLAIMED.plusSeconds(1));
        assertThat(send(green())).isEqualTo(1);
        assertThat(send(green())).isZero();
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        assertThat(ids).hasSize(3);
        assertThat(ids.stream().distinct()).hasSize(2);
        assertThat(ids.stream().filter(taken.messageId()::equals)).hasSize(2);
        assertThat(jdbc.sql("select in_doubt from notify.letter order by in_doubt")
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 1);
        assertThat(meters.counter("glasnik.letters.doubt").count()).isEqualTo(1);
        assertThat(attempts()).extracting(Fate.Attempt::outcome).containsExactlyInAnyOrder("sent", "doubt", "sent");
        // The dead node comes back to life: its mark no longer counts.
        assertThat(deliveries.mark(taken, MailReply.sent("250"), clock.instant()))
                .isFalse();
    }

    @Test
    void aLineThatBreaksAfterTheLetterIsADoubt() throws Exception {
        letters.post(Posts.plain("a"));
        try (ScriptedServer server = new ScriptedServer().answer(".", ScriptedServer.HANG_UP)) {
            send(MailServer.of(server.url(), "glasnik@example.org"));
            assertThat(row()).isEqualTo(new Row("waiting", 1, 1, "unreachable"));
            clock.advance(Duration.ofMinutes(1));
            server.answer(".", "250 taken");
            send(MailServer.of(server.url(), "glasnik@example.org"));
            List<String> ids = server.letters.stream()
                    .map(letter -> letter.lines()
                            .filter(l -> l.startsWith("Message-ID"))
                            .findFirst()
                            .orElseThrow())
                    .toList();
            assertThat(ids).hasSize(2);
            assertThat(ids.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void severalNodesSendEachLetterOnce() throws Exception {
        int many = 40;
        for (int i = 0; i < many; i++) {
            letters.post(Posts.plain("n" + i));
        }
        // The control: nodes that only look for what waits find the same letters.
        deliveries.release(clock.instant());
        String waiting = "select id from notify.letter where state = 'waiting'";
        assertThat(jdbc.sql(waiting).query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql(waiting).query(String.class).list())
                .hasSize(many);
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            Callable<Integer> node = () -> send(green());
            int sent = 0;
            for (var done : nodes.invokeAll(List.of(node, node, node, node))) {
                sent += done.get();
            }
            assertThat(sent).isEqualTo(many);
        }
        assertThat(Arrays.stream(mail.getReceivedMessages())
                        .map(SendingLettersTest::id)
                        .distinct())
                .hasSize(many);
        assertThat(mail.getReceivedMessages()).hasSize(many);
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void withoutAServerLettersWaitAndOldOnesAreLeftToTheOperator() {
        letters.post(Posts.plain("old"));
        clock.advance(Duration.ofDays(4));
        letters.post(Posts.plain("new"));
        assertThat(send(MailServer.of("", "glasnik@example.org"))).isZero();
        assertThat(send(green())).isEqualTo(1);
        assertThat(jdbc.sql("select key, state from notify.letter order by key")
                        .query((row, n) -> tuple(row.getString(1), row.getString(2)))
                        .list())
                .containsExactly(tuple("new", "sent"), tuple("old", "held"));
    }

    @Test
    void theLogIsKeptForAYear() {
        letters.post(Posts.plain("old"));
        clock.advance(Duration.ofDays(364));
        letters.post(Posts.secret("stopped"));
        jdbc.sql("update notify.letter set state = 'cancelled' where key = 'stopped'")
                .update();
        assertThat(deliveries.forgetOld(clock.instant())).isZero();
        clock.advance(Duration.ofDays(4));
        assertThat(deliveries.forgetOld(clock.instant())).isEqualTo(1);
        assertThat(jdbc.sql("select key || text || html from notify.letter")
                        .query(String.class)
                        .list())
                .containsExactly("stopped");
    }

    @Test
    void aLetterLeavesRightAfterItsTransaction() {
        SendingLetters node = new SendingLetters(deliveries, green(), installation, clock, meters);
        node.start();
        transaction.executeWithoutResult(status -> {
            letters.post(Posts.plain("a"));
            node.wakeAfterCommit();
            assertThat(mail.waitForIncomingEmail(200, 1)).isFalse();
        });
        assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
        node.stop();
    }
}
