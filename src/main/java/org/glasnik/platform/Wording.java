package org.glasnik.platform;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A parsed text with places for arguments. Most have plain places only and are filled in here; whatever has plurals,
 * choices or numbers is ICU's, whose formats are not thread-safe: each use formats on a clone, which costs some
 * microseconds.
 */
final class Wording {
    /** Combinations of numbers whose words are kept, for each text. */
    private static final int KEPT = 1000;

    private final MessageFormat format;
    private final @Nullable List<Piece> plain;
    private final Map<Map<String, Object>, String> said = new ConcurrentHashMap<>();

    /** A literal, or the name of an argument. */
    private record Piece(String text, boolean argument) {}

    private Wording(MessageFormat format, @Nullable List<Piece> plain) {
        this.format = format;
        this.plain = plain;
    }

    static Wording of(String pattern, Locale locale) {
        return new Wording(new MessageFormat(pattern, ULocale.forLocale(locale)), plain(new MessagePattern(pattern)));
    }

    /** @param named names and values in turn */
    String with(Object... named) {
        String filled = plain == null ? null : filled(plain, named);
        if (filled != null) {
            return filled;
        }
        Map<String, Object> arguments = new HashMap<>();
        boolean numbers = true;
        for (int i = 0; i < named.length; i += 2) {
            arguments.put((String) named[i], named[i + 1]);
            numbers &= named[i + 1] instanceof Number;
        }
        // A page of fifty rows says fifty times that there are two days left. No text is kept: it may be about
        // somebody.
        String known = numbers ? said.get(arguments) : null;
        if (known == null) {
            known = ((MessageFormat) format.clone()).format(arguments);
            if (numbers && said.size() < KEPT) {
                said.put(arguments, known);
            }
        }
        return known;
    }

    /** Null where an argument is no text, or is missing: ICU knows how to write it. */
    private static @Nullable String filled(List<Piece> pieces, Object... named) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            if (!piece.argument()) {
                out.append(piece.text());
            } else if (value(piece.text(), named) instanceof String value) {
                out.append(value);
            } else {
                return null;
            }
        }
        return out.toString();
    }

    private static @Nullable Object value(String name, Object... named) {
        for (int i = 0; i < named.length; i += 2) {
            if (name.equals(named[i])) {
                return named[i + 1];
            }
        }
        return null;
    }

    /** Null where a place is more than plain. Parts are the message's start, skipped syntax, arguments and the end. */
    private static @Nullable List<Piece> plain(MessagePattern pattern) {
        List<Piece> pieces = new ArrayList<>();
        String text = pattern.getPatternString();
        int from = 0;
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            switch (part.getType()) {
                case ARG_START -> {
                    if (part.getArgType() != MessagePattern.ArgType.NONE) {
                        return null;
                    }
                    pieces.add(new Piece(text.substring(from, part.getIndex()), false));
                    pieces.add(new Piece(pattern.getSubstring(pattern.getPart(i + 1)), true));
                }
                case ARG_LIMIT -> from = part.getLimit();
                case SKIP_SYNTAX -> {
                    pieces.add(new Piece(text.substring(from, part.getIndex()), false));
                    from = part.getLimit();
                }
                case MSG_START, MSG_LIMIT, ARG_NAME -> {}
                default -> {
                    return null;
                }
            }
        }
        pieces.add(new Piece(text.substring(from), false));
        return pieces;
    }
}
