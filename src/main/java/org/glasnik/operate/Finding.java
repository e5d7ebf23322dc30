package org.glasnik.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;

/**
 * One thing that the doctor has looked at. The text {@code operate.check.<name>} says what it is, {@code
 * operate.check.<name>.<state>} how it is, and {@code operate.check.<name>.<state>.remedy} what to do.
 *
 * @param values arguments of these texts
 */
record Finding(Mark mark, String name, String state, Map<String, Object> values) {
    enum Mark {
        OK,
        WARN,
        RED
    }

    static Finding ok(String name, Map<String, Object> values) {
        return new Finding(Mark.OK, name, "ok", values);
    }

    static Finding ok(String name, String state) {
        return new Finding(Mark.OK, name, state, Map.of());
    }

    static Finding warn(String name, String state, Map<String, Object> values) {
        return new Finding(Mark.WARN, name, state, values);
    }

    static Finding red(String name, String state, Map<String, Object> values) {
        return new Finding(Mark.RED, name, state, values);
    }

    String subject() {
        return "operate.check." + name;
    }

    String says() {
        return subject() + "." + state;
    }

    String remedy() {
        return says() + ".remedy";
    }

    /** What is fine needs no remedy, everything else has one. */
    boolean remedied() {
        return mark != Mark.OK;
    }

    /** ok, warn, red: as in the keys of texts. */
    String word() {
        return mark.name().toLowerCase(Locale.ROOT);
    }

    String chip() {
        return switch (mark) {
            case OK -> "g-good";
            case WARN -> "g-wait";
            case RED -> "g-late";
        };
    }

    Object[] arguments() {
        List<Object> named = new ArrayList<>();
        values.forEach((key, value) -> {
            named.add(key);
            named.add(value);
        });
        return named.toArray();
    }

    /** As a command prints it. */
    String line(Texts texts, Language language) {
        String mark = switch (mark()) {
            case OK -> "ok  ";
            case WARN -> "warn";
            case RED -> "RED ";
        };
        String line = "%s  %s: %s"
                .formatted(mark, texts.text(language, subject()), texts.text(language, says(), arguments()));
        return remedied() ? line + "\n      " + texts.text(language, remedy(), arguments()) : line;
    }
}
