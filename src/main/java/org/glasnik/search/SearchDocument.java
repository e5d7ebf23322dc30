package org.glasnik.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * By what one thing is found.
 *
 * @param names each name that it has or had
 * @param around words that belong to it without being its name: its kind, the name of what it is a part of
 * @param keys what is found only as it is written: codes, addresses of mail and of pages, handles
 * @param seenBy who may find it; nobody where this is empty
 * @param weight above zero, breaks ties gently: the number of residents, of followers; about 50,000 counts half
 */
public record SearchDocument(
        UUID id, List<Text> names, List<Text> around, List<String> keys, Set<SeenBy> seenBy, double weight) {
    /** @param language null where nobody knows it: then the words are taken for any that their letters allow */
    public record Text(String text, @Nullable Language language) {}
}
