package org.glasnik.namematch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.glasnik.language.LookAlikes;

/** Spellings of one name made equal. What differs after that differs in letters. */
final class NameFold {
    /** All that stand for an apostrophe inside a word; what is left is a quotation mark. */
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’‘ʼʹ′`´\"](?=\\p{L})");

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private NameFold() {}

    /** Small letters, one space between words, no apostrophes, no letters of the wrong script. */
    static String of(String text) {
        String mended = LookAlikes.mended(Normalizer.normalize(text, Normalizer.Form.NFC));
        String bare = APOSTROPHE.matcher(mended).replaceAll("").toLowerCase(Locale.ROOT);
        return OTHER.matcher(bare).replaceAll(" ").strip().replace('ё', 'е');
    }

    /** Without accents, hyphens and spaces; đ as it is written without its bar. */
    static String loose(String folded) {
        String bare =
                MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
        return bare.replace(" ", "").replace('ґ', 'г').replace('đ', 'd').replace("dj", "d");
    }

    /** A Slavic name without the ending of its case and of its adjective: Вінниця and Вінницька are of one stem. */
    static String stem(String folded) {
        return folded.replaceFirst("(ого|ому|ої|ий|ій|им|их|ая|ое|а|я|е|є|о|ь|и|і|у|ю|ї)$", "")
                .replaceFirst("(?<=\\p{L}{3})ь?к$|(?<=\\p{L}{3})ьк$", "")
                .replaceFirst("(?<=\\p{L}{4})с$", "");
    }
}
