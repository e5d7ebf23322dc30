package org.glasnik.notify;

/**
 * A value of a letter that is a text itself, said in the language of the letter.
 *
 * @param key of a text without arguments, in the form in which it stands within a sentence
 */
public record Phrase(String key) {}
