package org.glasnik.notify;

/** The words of one letter, as they are sent. */
record Words(String subject, String text, String html) {}
