package org.glasnik.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The languages of every screen, letter and error page. Serbian is written in Cyrillic; {@link #SR_LATN} is derived from it,
 * letter by letter.
 */
public enum Language {
    UK("uk", "Українська"),
    SR("sr", "Српски"),
    SR_LATN("sr-Latn", "Srpski"),
    RU("ru", "Русский"),
    EN("en", "English");

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = tag.equals("en") ? Locale.UK : Locale.forLanguageTag(tag);
    }

    /** The BCP 47 tag, as in {@code <html lang>}, cookies and the database. */
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** The language whose texts are written by hand: Cyrillic Serbian for the Latin one, itself for the others. */
    public Language source() {
        return this == SR_LATN ? SR : this;
    }

    public static Optional<Language> ofTag(@Nullable String tag) {
        return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
    }
}
