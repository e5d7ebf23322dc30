package org.glasnik.notify;

import java.util.List;

/**
 * One letter, its fate and its words.
 *
 * @param text empty where the words are not to be read
 * @param resendable whether it can go (again) now
 */
record FatePage(
        Fate letter, List<Fate.Attempt> attempts, List<List<TextLine>> text, boolean served, boolean resendable) {}
