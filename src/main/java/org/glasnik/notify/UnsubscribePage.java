package org.glasnik.notify;

/**
 * What a link in a letter unsubscribes from.
 *
 * @param category its words
 * @param stopped whether these letters come no more
 */
record UnsubscribePage(String token, String category, boolean stopped) {}
