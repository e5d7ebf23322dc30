package org.glasnik.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is the same to someone who looks for a name, in the manner of {@code platform.fold}: case, accents, apostrophes and
 * hyphens do not count, both Serbian scripts meet in one without hooks ("Niš", "Nis", "Ниш"), Ukrainian and Russian і, и, ї, ы
 * are one letter, and letters that only look alike are mended before.
 */
public final class Fold {
    private static final String FROM = "абвгґдђеєжзиіјклмнопрстћуфхцчшыэđłøðıѕ";
    private static final String TO = "abvggddeezziijklmnoprstcufhccsiedlodis";
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:['’ʼ`´][\\p{L}\\p{M}\\p{N}]+)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int SHORTEST_ROOT = 4;

    /** Endings of Slavic nouns and adjectives as they fold. */
    private static final Pattern ENDING = Pattern.compile(
            "(?:ogo|omu|oju|imi|iju|aja|uju|ami|jami|oho|oji|ima|ama|ije|jah|jam|jov|oi|oj|ij|ii|ih|im|oe|ie|ah|am|iv|ov|om|em|ej|og|ja|ju|je|ji|a|e|i|o|u|j)$");

    private Fold() {}

    /** @param from where it begins in its text, in chars; {@code to} is behind its end */
    public record Word(String text, int from, int to) {}

    /** The words of a text as they stand: letters and digits, apostrophes within; hyphens and all else part them. */
    public static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.group(), matcher.start(), matcher.end()));
        }
        return words;
    }

    /** A text folded, its words with one space between. */
    public static String of(String text) {
        return words(text).stream()
                .map(word -> word(word.text()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** One word folded: Latin letters and digits, or letters of a script that we know nothing of. */
    public static String word(String word) {
        String plain = MARKS.matcher(
                        Normalizer.normalize(LookAlikes.mended(word).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        StringBuilder out = new StringBuilder(plain.length() + 4);
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            int at = FROM.indexOf(letter);
            if (at >= 0) {
                out.append(TO.charAt(at));
            } else {
                switch (letter) {
                    case 'љ' -> out.append("lj");
                    case 'њ' -> out.append("nj");
                    case 'џ' -> out.append("dz");
                    case 'щ' -> out.append("sc");
                    case 'ю' -> out.append("ju");
                    case 'я' -> out.append("ja");
                    case 'ß' -> out.append("ss");
                    case 'æ' -> out.append("ae");
                    case 'œ' -> out.append("oe");
                    case 'ь', 'ъ', '\'', '’', 'ʼ', '`', '´' -> {}
                    default -> out.append(letter);
                }
            }
        }
        return out.toString();
    }

    /**
     * The foldings that a typed word may stand for: its own, and for one in plain Latin letters those of the Cyrillic word that
     * it may romanise, by the Ukrainian rules (resolution 55 of 2010, h for г) and by others (h for х): Zhytomyr, Kharkiv.
     */
    public static Set<String> forms(String word) {
        String folded = word(word);
        Set<String> forms = new LinkedHashSet<>(List.of(folded));
        if (!folded.isEmpty() && plainLatin(word)) {
            String cyrillic = folded.replace("shch", "sc")
                    .replace("kh", "х")
                    .replace("zh", "z")
                    .replace("ch", "c")
                    .replace("sh", "s")
                    .replace("ts", "c")
                    .replace("dj", "d")
                    .replaceAll("[yi]a", "ja")
                    .replaceAll("[yi]u", "ju")
                    .replaceAll("[yi]e", "e")
                    .replace('y', 'i')
                    .replace("x", "ks")
                    .replace('w', 'v');
            forms.add(cyrillic.replace('h', 'g').replace('х', 'h'));
            forms.add(cyrillic.replace('х', 'h'));
        }
        return forms;
    }

    /** A folded word without the ending of its case; null where too little would be left to tell words apart. */
    public static @Nullable String root(String folded) {
        Matcher ending = ENDING.matcher(folded);
        return folded.length() > SHORTEST_ROOT && ending.find(SHORTEST_ROOT)
                ? folded.substring(0, ending.start())
                : null;
    }

    private static boolean plainLatin(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '\'' || c == '’');
    }
}
