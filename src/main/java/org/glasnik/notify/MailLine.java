package org.glasnik.notify;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.UnsupportedEncodingException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** A connection to the mail server, opened with the first letter and kept for the next ones. */
final class MailLine implements AutoCloseable {
    private final MailServer server;
    private final Session session;
    private @Nullable SMTPTransport transport;

    MailLine(MailServer server) {
        this.server = server;
        this.session = server.session();
    }

    MailReply greet() {
        try {
            return MailReply.sent(connected().getLastServerResponse());
        } catch (MessagingException e) {
            return MailReply.of(e, false);
        }
    }

    /** Never throws: whatever happens is a reply. */
    MailReply send(Due due, String installation) {
        boolean sending = false;
        try {
            Message message = new LetterMessage(session, due, server.from(), installation);
            SMTPTransport open = connected();
            sending = true;
            open.sendMessage(message, message.getAllRecipients());
            return MailReply.sent(open.getLastServerResponse());
        } catch (MessagingException | UnsupportedEncodingException | RuntimeException e) {
            return MailReply.of(e, sending);
        }
    }

    private SMTPTransport connected() throws MessagingException {
        SMTPTransport open = transport;
        // isConnected asks the server (NOOP): a line that it has closed meanwhile is opened anew.
        if (open == null || !open.isConnected()) {
            close();
            open = (SMTPTransport) session.getTransport();
            transport = open;
            open.connect(server.user(), server.password());
        }
        return open;
    }

    @Override
    public void close() {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException e) {
            // The server has hung up first.
        } finally {
            transport = null;
        }
    }
}
