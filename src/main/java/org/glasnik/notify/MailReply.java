package org.glasnik.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt to hand a letter over.
 *
 * @param fault null where it was taken
 * @param code SMTP reply code with its enhanced code where there is one, such as {@code 550 5.1.1} (RFC 5321, RFC 3463)
 * @param words what the server said, for the operator's own test letter only: it may repeat addresses
 * @param doubtful whether the connection broke in the middle, so that the server may have taken the letter after all
 */
public record MailReply(
        Outcome outcome,
        @Nullable MailFault fault,
        @Nullable String code,
        String words,
        boolean doubtful) implements Serializable {
    /** Taken, to be tried again, or refused for good. */
    public enum Outcome {
        SENT,
        LATER,
        FAILED
    }

    private static final Pattern CODE = Pattern.compile("\\b([2-5][0-9]{2})(?:[ -]([245]\\.[0-9]{1,3}\\.[0-9]{1,3}))?");
    private static final int LONGEST = 300;

    static MailReply sent(@Nullable String words) {
        String said = said(words);
        return new MailReply(Outcome.SENT, null, code(said), said, false);
    }

    /** @param sending whether the letter itself was under way, so that its fate is unknown where the line broke */
    static MailReply of(Exception thrown, boolean sending) {
        for (Throwable cause : chain(thrown)) {
            MailReply reply = ofOne(cause, sending);
            if (reply != null) {
                return reply;
            }
        }
        return later(MailFault.UNKNOWN, thrown, false);
    }

    private static @Nullable MailReply ofOne(Throwable thrown, boolean sending) {
        return switch (thrown) {
            case AuthenticationFailedException e -> later(MailFault.LOGIN, e, false);
            case SMTPAddressFailedException e -> ofCode(e.getReturnCode(), MailFault.ADDRESS, e);
            case SMTPSenderFailedException e -> later(MailFault.SENDER, e, false);
            case SMTPSendFailedException e when e.getReturnCode() < 0 -> later(MailFault.UNREACHABLE, e, sending);
            // A 5xx to MAIL FROM speaks of us, not of this letter: once that is repaired the letter shall go.
            case SMTPSendFailedException e
            when e.getReturnCode() >= 500 && command(e).startsWith("MAIL") -> later(MailFault.SENDER, e, false);
            case SMTPSendFailedException e -> ofCode(e.getReturnCode(), MailFault.CONTENT, e);
            case AddressException e -> new MailReply(Outcome.FAILED, MailFault.ADDRESS, null, "", false);
            case SSLException e -> later(MailFault.ENCRYPTION, e, false);
            case MessagingException e
            when String.valueOf(e.getMessage()).contains("STARTTLS") -> later(MailFault.ENCRYPTION, e, false);
            case IOException e -> later(MailFault.UNREACHABLE, e, sending);
            case MessagingException e
            when String.valueOf(e.getMessage()).contains("greeting") -> later(MailFault.UNREACHABLE, e, false);
            case MessagingException e
            when String.valueOf(e.getMessage()).contains("EOF") -> later(MailFault.UNREACHABLE, e, sending);
            default -> null;
        };
    }

    private static MailReply ofCode(int code, MailFault permanent, Exception e) {
        return code >= 500
                ? new MailReply(Outcome.FAILED, permanent, code(said(e.getMessage())), said(e.getMessage()), false)
                : later(MailFault.BUSY, e, false);
    }

    private static MailReply later(MailFault fault, Throwable e, boolean doubtful) {
        String said = said(e.getMessage());
        return new MailReply(Outcome.LATER, fault, code(said), said, doubtful);
    }

    private static String command(SMTPSendFailedException e) {
        return e.getCommand() == null ? "" : e.getCommand();
    }

    /** The most telling first: a refused address is a "next exception" of a general one, a broken line is a cause. */
    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable at = thrown; at != null && all.size() < 10; at = next(at)) {
            all.addFirst(at);
        }
        return all;
    }

    private static @Nullable Throwable next(Throwable at) {
        Throwable next = at instanceof MessagingException e ? e.getNextException() : null;
        return next == null ? at.getCause() : next;
    }

    private static String said(@Nullable String words) {
        String line = words == null ? "" : WritingLetters.line(words);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static @Nullable String code(String said) {
        Matcher matcher = CODE.matcher(said);
        if (!matcher.find()) {
            return null;
        }
        return matcher.group(2) == null ? matcher.group(1) : matcher.group(1) + " " + matcher.group(2);
    }
}
