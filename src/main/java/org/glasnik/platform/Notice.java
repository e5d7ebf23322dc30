package org.glasnik.platform;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One sentence shown once, on the page after a change, with the address that takes the change back where there is one.
 *
 * @param key message key of the sentence
 * @param named its arguments
 * @param undo address that a form posts to in order to take it back, or null
 */
public record Notice(
        String key, TreeMap<String, String> named, @Nullable String undo) implements Serializable {
    /** The flash attribute that carries a notice over a redirect. */
    public static final String FLASH = "notice";

    public static Notice of(String key) {
        return new Notice(key, new TreeMap<>(), null);
    }

    public static Notice of(String key, Map<String, String> named) {
        return new Notice(key, new TreeMap<>(named), null);
    }

    public Notice undoneAt(String address) {
        return new Notice(key, named, address);
    }

    public Object[] arguments() {
        return named.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), (Object) e.getValue()))
                .toArray();
    }
}
