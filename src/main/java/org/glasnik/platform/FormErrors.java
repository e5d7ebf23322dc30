package org.glasnik.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, field by field in the order of the page: message keys that say how to repair it. */
public final class FormErrors {
    private final List<FormError> errors = new ArrayList<>();

    /** One field's error. */
    public record FormError(String field, String key, List<Object> named) {
        public Object[] arguments() {
            return named.toArray();
        }
    }

    public static FormErrors none() {
        return new FormErrors();
    }

    public FormErrors add(String field, String key, Object... named) {
        errors.add(new FormError(field, key, List.of(named)));
        return this;
    }

    /** Adds the error unless the condition holds. */
    public boolean require(boolean holds, String field, String key, Object... named) {
        if (!holds) {
            add(field, key, named);
        }
        return holds;
    }

    /** Trimmed text of 1 to {@code max} characters; adds an error and returns an empty string otherwise. */
    public String text(String field, @Nullable String posted, int max) {
        String text = posted == null ? "" : posted.strip();
        if (text.isEmpty()) {
            add(field, "platform.error.empty");
        } else if (text.codePointCount(0, text.length()) > max) {
            add(field, "platform.error.tooLong", "max", max);
        } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            add(field, "platform.error.control");
        } else {
            return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
        }
        return "";
    }

    /** One line of at most {@code max} characters that may be left empty. */
    public String optional(String field, @Nullable String posted, int max) {
        String line = posted == null ? "" : posted.replaceAll("[\\r\\n\\t]+", " ").strip();
        return line.isEmpty() ? "" : text(field, line, max);
    }

    public boolean any() {
        return !errors.isEmpty();
    }

    public List<FormError> all() {
        return List.copyOf(errors);
    }

    public Optional<FormError> of(String field) {
        return errors.stream().filter(e -> e.field().equals(field)).findFirst();
    }
}
