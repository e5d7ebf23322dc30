package org.glasnik.platform;

import com.ibm.icu.text.UnicodeSet;
import java.util.Map;

/**
 * Serbian Cyrillic to Latin, letter by letter after Pravopis (Matica srpska, 2010). The way back is ambiguous (nj in
 * "injekcija") and is not offered.
 */
public final class SerbianLatin {
    private static final String FROM = "абвгдђежзијклмнопрстћуфхцчш";
    private static final String TO = "abvgdđežzijklmnoprstćufhcčš";
    private static final Map<Character, String> DIGRAPHS = Map.of('љ', "lj", 'њ', "nj", 'џ', "dž");
    private static final UnicodeSet UPPER = new UnicodeSet("[:Lu:]").freeze();

    private SerbianLatin() {}

    public static String of(String cyrillic) {
        StringBuilder out = new StringBuilder(cyrillic.length() + 16);
        for (int i = 0; i < cyrillic.length(); i++) {
            char c = cyrillic.charAt(i);
            char small = Character.toLowerCase(c);
            int at = FROM.indexOf(small);
            String digraph = DIGRAPHS.get(small);
            if (at >= 0) {
                char latin = TO.charAt(at);
                out.append(small == c ? latin : Character.toUpperCase(latin));
            } else if (digraph == null) {
                out.append(c);
            } else if (small == c) {
                out.append(digraph);
            } else {
                out.append(inCapitals(cyrillic, i) ? digraph.toUpperCase(java.util.Locale.ROOT) : titled(digraph));
            }
        }
        return out.toString();
    }

    private static String titled(String digraph) {
        return Character.toUpperCase(digraph.charAt(0)) + digraph.substring(1);
    }

    /** Љ is LJ inside a word of capitals (ЉУБАВ) and Lj at the head of a word (Љубав). */
    private static boolean inCapitals(String word, int i) {
        if (i + 1 < word.length() && Character.isLetter(word.charAt(i + 1))) {
            return UPPER.contains(word.charAt(i + 1));
        }
        return i > 0 && UPPER.contains(word.charAt(i - 1));
    }
}
