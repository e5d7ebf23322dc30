package org.glasnik.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be done about a place, or what is under way there.
 *
 * @param key message key of the words, with its arguments
 * @param href where it is done; null for words only ("invited, answer until 12 March")
 */
public record SeatAction(
        SeatPlace place,
        String key,
        Map<String, Object> named,
        @Nullable String href) {
    public Object[] arguments() {
        return named.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                .toArray();
    }
}
