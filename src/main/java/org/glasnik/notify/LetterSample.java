package org.glasnik.notify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Declares one letter of a module, with values that its preview shows: a bean each. The category of the letter becomes one
 * that people can switch off.
 *
 * @param name as in {@link Letter}
 * @param values an example for each argument of the texts; all people and bodies in them are invented
 * @param hasLink whether the letter has a button
 * @param category as in {@link Letter}
 */
public record LetterSample(
        String name,
        Map<String, Object> values,
        boolean hasLink,
        @Nullable String category) {}
