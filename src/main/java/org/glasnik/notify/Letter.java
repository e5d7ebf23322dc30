package org.glasnik.notify;

import java.util.Map;
import org.glasnik.access.PersonId;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one address. Its words are the texts {@code letter.<name>.subject}, {@code letter.<name>.body} (paragraphs
 * parted by an empty line) and, where there is a link, {@code letter.<name>.action} (the words on its button); text and HTML
 * are made from the same words. Where {@code letter.<name>.after} exists, it follows the button. Each letter is also declared
 * as a {@link LetterSample}.
 *
 * @param name such as {@code signin.link}
 * @param key idempotency key: a second letter with the same key is not written. It outlives the erasure of a person, so it
 *     holds no name and no address
 * @param to the address
 * @param person whose address it is, null where the person is not known here
 * @param values arguments of the texts. An Instant or a LocalDate is written as the reader's language and zone have it, a
 *     {@link Phrase} as its text; a line break in a String becomes a space, so what people typed stays inside its sentence
 * @param link absolute address behind the button, or null
 * @param secret whether the link signs someone in: its words are wiped once the letter is sent
 * @param category null for a letter that someone's own deed called for (it cannot be unsubscribed from); else the category
 *     that one click unsubscribes from, with the text {@code letter.category.<category>}: a noun phrase that stands
 *     after a colon. Needs a person
 */
public record Letter(
        String name,
        String key,
        MailAddress to,
        @Nullable PersonId person,
        Language language,
        Map<String, Object> values,
        @Nullable String link,
        boolean secret,
        @Nullable String category) {}
