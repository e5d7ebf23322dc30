package org.glasnik.notify;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;

/** A letter as it goes over the wire, equal at each attempt. */
final class LetterMessage extends MimeMessage {
    private final String messageId;

    LetterMessage(Session session, Due due, String from, String installation)
            throws MessagingException, UnsupportedEncodingException {
        super(session);
        this.messageId = due.messageId();
        setFrom(new InternetAddress(from, installation, "UTF-8"));
        setRecipient(Message.RecipientType.TO, new InternetAddress(due.toAddress(), true));
        setSubject(due.subject(), "UTF-8");
        setSentDate(Date.from(due.createdAt()));
        setHeader("Content-Language", due.language());
        // RFC 3834: no "out of office" in return.
        setHeader("Auto-Submitted", "auto-generated");
        if (!due.unsubscribe().isEmpty()) {
            // RFC 8058: a mail program posts to this address when its reader presses "unsubscribe".
            setHeader("List-Unsubscribe", "<" + due.unsubscribe() + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(due.text(), "UTF-8", "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(due.html(), "UTF-8", "html");
        // The last part is the one preferred (RFC 2046, 5.1.4).
        setContent(new MimeMultipart("alternative", text, html));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
