package org.glasnik.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class MailServerTest {
    private static MailServer of(String url) {
        return MailServer.of(url, "glasnik@example.org");
    }

    @Test
    void theAddressSaysEverything() {
        MailServer server = of("smtp://user%40example.org:p%3Aa%2Fs+s@mail.example.org");
        assertThat(server.place()).isEqualTo("mail.example.org:587");
        assertThat(server.user()).isEqualTo("user@example.org");
        assertThat(server.password()).isEqualTo("p:a/s+s");
        assertThat(of("smtps://mail.example.org").place()).isEqualTo("mail.example.org:465");
        assertThat(of("smtp://[::1]:2525").place()).isEqualTo("::1:2525");
        assertThat(of("").set()).isFalse();
    }

    @Test
    void aPasswordNeverGoesInTheClearUnlessAskedFor() {
        assertThat(of("smtp://user:p@mail.example.org").encryption()).isEqualTo("always");
        assertThat(of("smtp://mail.example.org?starttls=true").encryption()).isEqualTo("always");
        assertThat(of("smtp://mail.example.org").encryption()).isEqualTo("offered");
        assertThat(of("smtp://user:p@mail.example.org?starttls=false").encryption())
                .isEqualTo("never");
        assertThat(of("smtps://user:p@mail.example.org").encryption()).isEqualTo("from-start");
    }

    @Test
    void aMistakeIsExplainedWithoutThePassword() {
        for (String url :
                new String[] {"smtp://user:se cret@host", "http://user:secret@host", "secret", "smtp:secret"}) {
            assertThatThrownBy(() -> of(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .containsIgnoringCase("smtp")
                    .doesNotContain("secret")
                    .doesNotContain("se cret");
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeUnreachable() throws Exception {
        try (ScriptedServer server = new ScriptedServer();
                Socket silent = new Socket()) {
            assertThat(of(server.url()).greet().outcome()).isEqualTo(MailReply.Outcome.SENT);
            // A port that is taken and listened on by nobody: one that was closed may be somebody else's by now.
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertThat(of("smtp://127.0.0.1:" + silent.getLocalPort()).greet().fault())
                    .isEqualTo(MailFault.UNREACHABLE);
        }
    }

    @Test
    void encryptionIsNotGivenUp() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            assertThat(of(server.url() + "?starttls=true").greet().fault()).isEqualTo(MailFault.ENCRYPTION);
            assertThat(of(server.url().replace("smtp:", "smtps:")).greet().fault())
                    .isIn(MailFault.ENCRYPTION, MailFault.UNREACHABLE);
        }
    }

    @Test
    void aWrongPasswordIsSaid() throws Exception {
        try (ScriptedServer server = new ScriptedServer()
                .answer("EHLO", "250-scripted\r\n250 AUTH PLAIN")
                .answer("AUTH", "535 5.7.8 no")) {
            MailReply reply =
                    of(server.url().replace("//", "//u:p@") + "?starttls=false").greet();
            assertThat(reply.fault()).isEqualTo(MailFault.LOGIN);
            assertThat(reply.outcome()).isEqualTo(MailReply.Outcome.LATER);
        }
    }
}
