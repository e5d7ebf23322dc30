package org.glasnik.listing;

import org.glasnik.platform.Language;

/** The order of names in a language: ICU's collations, which every build of PostgreSQL that we support carries. */
public final class Collation {
    private Collation() {}

    /** For {@code order by name collate …}: a quoted identifier, never text from outside. */
    public static String of(Language language) {
        return switch (language) {
            case UK -> "\"uk-x-icu\"";
            case SR -> "\"sr-Cyrl-x-icu\"";
            case SR_LATN -> "\"sr-Latn-x-icu\"";
            case RU -> "\"ru-x-icu\"";
            case EN -> "\"en-x-icu\"";
        };
    }
}
