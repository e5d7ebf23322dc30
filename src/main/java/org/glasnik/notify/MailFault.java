package org.glasnik.notify;

import java.util.Locale;

/** Why a letter did not leave. Classes only: a server's own words repeat addresses. {@code notify.fault.<tag>} says each. */
public enum MailFault {
    /** No connection, or it broke. */
    UNREACHABLE(true),
    /** No encrypted connection, or a certificate that does not hold. */
    ENCRYPTION(true),
    /** Name or password refused. */
    LOGIN(true),
    /** Our own address refused. */
    SENDER(true),
    /** The reader's address refused for good. */
    ADDRESS(false),
    /** The letter itself refused for good. */
    CONTENT(false),
    /** Put off by the server (4xx). */
    BUSY(false),
    /** The reader had unsubscribed. */
    UNSUBSCRIBED(false),
    UNKNOWN(false);

    private final boolean ofServer;

    MailFault(boolean ofServer) {
        this.ofServer = ofServer;
    }

    /** Whether the next letter would fare the same. */
    boolean ofServer() {
        return ofServer;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
