package org.glasnik.platform;

import org.jspecify.annotations.Nullable;

/**
 * What an error page says.
 *
 * @param kind part of the message key: absent, stale, method, large, many, busy, bad, unexpected
 * @param reference what a reader can quote to the operator, found again in the log; null where nothing was logged
 */
record ErrorPage(String kind, @Nullable String reference) {}
