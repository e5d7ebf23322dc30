package org.glasnik.backup;

/** A backup or a restore that cannot be; the message says to the operator why and what to do. */
public final class BackupException extends RuntimeException {
    public BackupException(String message) {
        super(message);
    }

    public BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
