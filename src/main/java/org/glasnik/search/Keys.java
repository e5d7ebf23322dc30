package org.glasnik.search;

import java.util.Locale;
import org.glasnik.language.LookAlikes;

/** Codes and addresses in the one way in which they are compared: small Latin letters, without what addresses begin with. */
final class Keys {
    static final int LONGEST = 200;

    private Keys() {}

    static String of(String written) {
        String key = written.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("^[@№#]+", "")
                .replaceFirst("[/.,;:]+$", "");
        StringBuilder out = new StringBuilder(key.length());
        // A code is typed with whatever letters the keyboard has: ХХ-77. Capitals have more twins than small letters.
        String capitals = key.toUpperCase(Locale.ROOT);
        for (int i = 0; i < Math.min(LONGEST, capitals.length()); i++) {
            out.append(LookAlikes.latin(capitals.charAt(i)));
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
