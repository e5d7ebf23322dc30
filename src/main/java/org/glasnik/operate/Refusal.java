package org.glasnik.operate;

/** A command that cannot be done; the message says to the operator why and what to do. */
final class Refusal extends RuntimeException {
    private final int code;

    Refusal(String message) {
        this(CommandLine.FAILED, message);
    }

    private Refusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static Refusal misunderstood(String message) {
        return new Refusal(CommandLine.MISUNDERSTOOD, message);
    }

    int code() {
        return code;
    }
}
