package org.glasnik.notify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter shows.
 *
 * @param after paragraphs below the button
 * @param sender who sends it, a sentence
 * @param why why this reader gets it, a sentence
 */
record LetterPage(
        String subject,
        List<String> paragraphs,
        @Nullable Button button,
        List<String> after,
        String sender,
        String why,
        @Nullable String unsubscribe) {
    record Button(String words, String link) {}
}
