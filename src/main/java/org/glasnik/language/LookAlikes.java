package org.glasnik.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnik.language.MixedWord.Foreign;
import org.jspecify.annotations.Nullable;

/**
 * Latin letters that look like Cyrillic ones, and the words in which they have been mixed up ("Вiйтовецька" with a Latin i).
 * Pairs after Unicode's confusables (UTS 39) for the alphabets of Ukrainian, Serbian, Russian and English, with к/k and У/Y,
 * which print and recognition of print confuse as well.
 *
 * <p>Scripts that meet on purpose are left alone: "сноб_news", "ІТ-дім", "SMSка", "Twitter’ом", "XXго".
 */
public final class LookAlikes {
    private static final String LATIN = "aceijkopxyABCEHIJKMOPTXYïëÏË";
    private static final String CYRILLIC = "асеіјкорхуАВСЕНІЈКМОРТХУїёЇЁ";
    /** No letters of our languages, but of addresses that pretend to be others: a Latin word is mended, none becomes these. */
    private static final String ODD_CYRILLIC = "ѕԁһԛԝӏЅ";

    private static final String ODD_LATIN = "sdhqwlS";

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’ʼ`´]\\p{L}[\\p{L}\\p{M}]*)*");
    private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ`´]");
    /** Strict: XXI, but not CIM. */
    private static final Pattern ROMAN = Pattern.compile("(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})");
    /** A numeral with the ending of an ordinal. One letter alone takes the endings that make no word of it: Мій is one. */
    private static final Pattern ORDINAL =
            Pattern.compile("[IVXLCDM]{2,}\\p{IsCyrillic}{1,3}|[IVX](го|му|й|ої|ая|ый|ого|ому)");
    /** SMSка: its ending is made of letters that look like Latin ones too, but nobody would write smaller ones there. */
    private static final Pattern ABBREVIATION = Pattern.compile("[A-Z]{2,}\\p{Ll}");

    private LookAlikes() {}

    /** The words of a text that mix scripts and should not, in their order. */
    public static List<MixedWord> mixed(String text) {
        if (!hasBoth(text)) {
            return List.of();
        }
        List<MixedWord> mixed = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (hasBoth(words.group()) && !onPurpose(words.group())) {
                mixed.add(mixedWord(words.group(), words.start()));
            }
        }
        return mixed;
    }

    /** The text with each such word in one script where that is possible. For matching only: people's names stay as they write them. */
    public static String mended(String text) {
        StringBuilder mended = null;
        for (MixedWord word : mixed(text)) {
            if (word.mended() != null) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.replace(word.at(), word.at() + word.word().length(), word.mended());
            }
        }
        return mended == null ? text : mended.toString();
    }

    /** The Cyrillic letter that a Latin one looks like, or the letter itself. */
    public static char cyrillic(char letter) {
        int at = LATIN.indexOf(letter);
        return at < 0 ? letter : CYRILLIC.charAt(at);
    }

    /** The Latin letter that a Cyrillic one looks like, or the letter itself. */
    public static char latin(char letter) {
        int at = CYRILLIC.indexOf(letter);
        return at < 0 ? letter : LATIN.charAt(at);
    }

    private static MixedWord mixedWord(String word, int at) {
        String cyrillic = inCyrillic(word);
        String latin = inLatin(word);
        boolean isCyrillic;
        if (cyrillic != null && latin != null) {
            // All its letters are of both kinds: СОВА. What counts in letters counts.
            isCyrillic = !ROMAN.matcher(latin).matches() && 2 * count(word, true) >= letters(word);
        } else if (cyrillic != null || latin != null) {
            isCyrillic = cyrillic != null;
        } else {
            isCyrillic = 2 * count(word, true) >= letters(word);
        }
        List<Foreign> foreign = new ArrayList<>();
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (isCyrillic ? latinScript(letter) : cyrillicScript(letter)) {
                foreign.add(new Foreign(at + i, letter, String.valueOf(Character.getName(letter))));
            }
        }
        return new MixedWord(word, at, isCyrillic ? cyrillic : latin, foreign);
    }

    /**
     * A Latin word with a Cyrillic ending or the other way round, where the Latin letters are no Cyrillic ones in disguise; and
     * numerals.
     */
    private static boolean onPurpose(String word) {
        if (ORDINAL.matcher(word).matches()) {
            return true;
        }
        String[] parts = APOSTROPHE.split(word);
        for (String part : parts) {
            boolean slip = inCyrillic(part) != null
                    || inLatin(part) != null && !ABBREVIATION.matcher(part).lookingAt();
            if (hasBoth(part) && (slip || !coined(part))) {
                return false;
            }
        }
        if (parts.length == 1) {
            return true;
        }
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            // Twitter’а has an ending, О’Reilly a false beginning.
            boolean disguised =
                    latinScript(part.charAt(0)) ? inCyrillic(part) != null : i == 0 && inLatin(part) != null;
            if (!hasBoth(part) && !ROMAN.matcher(part).matches() && disguised) {
                return false;
            }
        }
        return true;
    }

    /** Two words grown together, of which the Latin one is more than a slip of the keyboard: SMSка. */
    private static boolean coined(String part) {
        int changes = 0;
        for (int i = 1; i < part.length(); i++) {
            if (Character.isLetter(part.charAt(i)) && latinScript(part.charAt(i)) != latinScript(part.charAt(i - 1))) {
                changes++;
            }
        }
        return changes == 1 && count(part, false) > 1;
    }

    private static @Nullable String inCyrillic(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = cyrillic(word.charAt(i));
            if (latinScript(letter)) {
                return null;
            }
            out.append(letter);
        }
        return out.toString();
    }

    private static @Nullable String inLatin(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (cyrillicScript(letter)) {
                int at = (CYRILLIC + ODD_CYRILLIC).indexOf(letter);
                if (at < 0) {
                    return null;
                }
                letter = (LATIN + ODD_LATIN).charAt(at);
            }
            out.append(letter);
        }
        return out.toString();
    }

    private static boolean hasBoth(String text) {
        boolean latin = false;
        boolean cyrillic = false;
        for (int i = 0; i < text.length() && !(latin && cyrillic); i++) {
            latin |= latinScript(text.charAt(i));
            cyrillic |= cyrillicScript(text.charAt(i));
        }
        return latin && cyrillic;
    }

    private static int count(String word, boolean cyrillic) {
        return (int) word.chars()
                .filter(c -> cyrillic ? cyrillicScript((char) c) : latinScript((char) c))
                .count();
    }

    private static int letters(String word) {
        return count(word, true) + count(word, false);
    }

    private static boolean latinScript(char letter) {
        return letter < 0x80
                ? letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z'
                : letter < 0x0250 && Character.isLetter(letter) && letter != 'ª' && letter != 'º' && letter != 'µ';
    }

    private static boolean cyrillicScript(char letter) {
        return letter >= 0x0400 && letter < 0x0530 && Character.isLetter(letter);
    }
}
