package org.glasnik.postgres;

/** The embedded database cannot do what was asked. The message is for the operator: what happened, then what to do. */
public final class PostgresException extends RuntimeException {

    public PostgresException(String message) {
        super(message);
    }

    public PostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
