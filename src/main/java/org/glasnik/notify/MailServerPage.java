package org.glasnik.notify;

import org.jspecify.annotations.Nullable;

/**
 * The mail server and what it said to the test letter.
 *
 * @param place host and port; empty where no server is set
 * @param to the operator's own address
 */
record MailServerPage(
        boolean served,
        String place,
        String encryption,
        String from,
        String to,
        @Nullable MailReply reply) {}
