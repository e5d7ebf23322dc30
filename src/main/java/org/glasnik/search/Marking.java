package org.glasnik.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.glasnik.language.Fold;

/** Which words of a text are those that were looked for. */
final class Marking {
    private final Asked asked;
    private final Leniency leniency;
    private final Stems stems;

    Marking(Asked asked, Leniency leniency, Stems stems) {
        this.asked = asked;
        this.leniency = leniency;
        this.stems = stems;
    }

    /** A text in its parts, those that were looked for marked. */
    record Piece(String text, boolean marked) {}

    List<Piece> pieces(String text) {
        String key = Keys.of(text);
        if (text.indexOf(' ') < 0 && asked.chunks().stream().anyMatch(chunk -> isKey(key, chunk))) {
            return List.of(new Piece(text, true));
        }
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Fold.Word word : Fold.words(text)) {
            if (asked.words().stream().anyMatch(looked -> found(word.text(), looked))) {
                add(pieces, text.substring(done, word.from()), false);
                add(pieces, word.text(), true);
                done = word.to();
            }
        }
        add(pieces, text.substring(done), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }

    private static boolean isKey(String key, Asked.Chunk chunk) {
        return key.equals(chunk.key())
                || chunk.words().getLast().last() && chunk.key().length() > 2 && key.startsWith(chunk.key());
    }

    private boolean found(String word, Asked.Word looked) {
        String folded = Fold.word(word);
        if (looked.forms().contains(folded)) {
            return true;
        }
        boolean begun = looked.last() && looked.forms().stream().anyMatch(folded::startsWith);
        return begun
                || looked.roots().stream().anyMatch(folded::startsWith)
                || !Collections.disjoint(stems.terms(word, null), looked.stems())
                || leniency.forgives() && slipped(folded, looked);
    }

    /** Whether a text has a word just as somebody typed it, or begins to: what they look for, then. */
    boolean asTyped(String text) {
        return Fold.words(text).stream()
                .map(word -> Fold.word(word.text()))
                .anyMatch(word -> asked.words().stream()
                        .map(looked -> looked.forms().iterator().next())
                        .anyMatch(word::startsWith));
    }

    private boolean slipped(String folded, Asked.Word looked) {
        return looked.forms().stream()
                .anyMatch(form -> Slips.between(form, folded, looked.last()) <= leniency.slips(form));
    }

    /**
     * What was asked with each word that nothing is written like in place of the word that was found for it; the same as was
     * asked where that is so.
     */
    String corrected(List<String> names) {
        StringBuilder corrected = new StringBuilder();
        for (Asked.Word looked : asked.words()) {
            String nearest = looked.text();
            int least = Integer.MAX_VALUE;
            for (String name : names) {
                for (Fold.Word word : Fold.words(name)) {
                    String folded = Fold.word(word.text());
                    for (String form : looked.forms()) {
                        int slips = Slips.between(form, folded, false);
                        if (found(word.text(), looked) && slips < least) {
                            least = slips;
                            nearest = slips == 0 ? looked.text() : word.text().toLowerCase(Locale.ROOT);
                        }
                    }
                }
            }
            corrected.append(corrected.isEmpty() ? "" : " ").append(nearest);
        }
        return corrected.toString();
    }

    /** Whether a text has a found word in it. */
    static boolean any(List<Piece> pieces) {
        return pieces.stream().anyMatch(Piece::marked);
    }
}
