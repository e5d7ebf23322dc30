package org.glasnik.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which one-byte encoding a text is in, told by how often its letters stand in the languages that are read here. */
final class LegacyLetters {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Charset CYRILLIC_ISO = Charset.forName("ISO-8859-5");
    private static final Charset CENTRAL = Charset.forName("windows-1250");
    private static final Charset CENTRAL_ISO = Charset.forName("ISO-8859-2");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** From the most frequent of Ukrainian, Russian and Serbian to the least; a letter's weight is its distance from the end. */
    private static final String FREQUENT = "оаинетрсвілкмудпяьзбгчйхжцшюїєщыфјљњџђћэґёъ";

    private static final String SERBIAN_LATIN = "čćđšžČĆĐŠŽ";
    private static final String COMMON_SIGNS = "№«»„“”’‘–—…•€§°´\u00a0";

    private LegacyLetters() {}

    /**
     * @param counts of each byte
     * @param afterHigh how often each byte follows one of 128 or more
     * @return null where no encoding has letters for all of it
     */
    static @Nullable Charset charset(long[] counts, long[] afterHigh) {
        long high = 0;
        long highAfterHigh = 0;
        for (int b = 0x80; b < 256; b++) {
            high += counts[b];
            highAfterHigh += afterHigh[b];
        }
        // Words of Cyrillic are all high bytes; in Latin ones they stand alone among plain letters.
        return best(
                highAfterHigh * 2 > high ? List.of(CYRILLIC, CYRILLIC_ISO) : List.of(CENTRAL, CENTRAL_ISO, WESTERN),
                counts);
    }

    private static @Nullable Charset best(List<Charset> candidates, long[] counts) {
        Charset best = null;
        double most = 0;
        for (Charset candidate : candidates) {
            double score = score(candidate, counts);
            if (score > most) {
                best = candidate;
                most = score;
            }
        }
        return best;
    }

    private static double score(Charset candidate, long[] counts) {
        double score = 0;
        for (int b = 0x80; b < 256; b++) {
            if (counts[b] > 0) {
                char letter = letter(candidate, b);
                if (letter == 0) {
                    return 0;
                }
                score += counts[b] * weight(letter);
            }
        }
        return score;
    }

    private static double weight(char letter) {
        int place = FREQUENT.indexOf(Character.toLowerCase(letter));
        if (place >= 0) {
            return 1 + FREQUENT.length() - place;
        }
        if (SERBIAN_LATIN.indexOf(letter) >= 0) {
            return 30;
        }
        return COMMON_SIGNS.indexOf(letter) >= 0 ? 5 : letter < 0x100 && Character.isLetter(letter) ? 12 : 0.1;
    }

    /** NUL where the encoding has none, or only a control character. */
    private static char letter(Charset charset, int b) {
        try {
            char letter = charset.newDecoder()
                    .decode(ByteBuffer.wrap(new byte[] {(byte) b}))
                    .charAt(0);
            return letter < 0xa0 ? 0 : letter;
        } catch (CharacterCodingException e) {
            return 0;
        }
    }
}
