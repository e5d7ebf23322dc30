package org.glasnik.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /**
     * One line of 1 to {@code max} characters: what is no sign (controls, marks that turn the direction or are not seen) is
     * refused, since it can make one name look like another. The two joiners stay, some scripts are written with them.
     */
    public String line(String field, @Nullable String posted, int max) {
        String line = text(field, posted, max);
        if (line.codePoints().anyMatch(FormErrors::unseen)) {
            add(field, "platform.error.control");
            return "";
        }
        return line;
    }

    /** The name of a person: a line without a link, since it stands in letters that others get. */
    public String name(String field, @Nullable String posted, int max) {
        String name = line(field, posted, max);
        String small = name.toLowerCase(Locale.ROOT);
        return require(!small.contains("://") && !small.contains("www."), field, "platform.error.link") ? name : "";
    }

    private static boolean unseen(int sign) {
        int type = Character.getType(sign);
        boolean joins = sign == 0x200C || sign == 0x200D;
        return !joins
                && (type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR);
    }

    /** One line of at most {@code max} characters that may be left empty. */
    public String optional(String field, @Nullable String posted, int max) {
        String line =
                posted == null ? "" : posted.replaceAll("[\\r\\n\\t]+", " ").strip();
        return line.isEmpty() ? "" : line(field, line, max);
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

    /** What was typed, for a field's {@code value}. */
    public static String shown(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
