package org.glasnik.search;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Transition;

/** How many letters were missed, added, mistaken or swapped with their neighbours (optimal string alignment). */
final class Slips {
    private static final int BYTES = 255;

    private Slips() {}

    /**
     * What is within so many slips of a folded word. Of bytes, since what is folded is ASCII but for scripts that we do not
     * know: over all of Unicode it takes ten times as long to make.
     *
     * @param sure what the word begins with for sure
     */
    static Automaton automaton(String sure, String word, int slips, boolean goesOn) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        byte[] begin = sure.getBytes(StandardCharsets.UTF_8);
        int[] rest = new int[bytes.length - begin.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = bytes[begin.length + i] & BYTES;
        }
        Automaton like = new LevenshteinAutomata(rest, BYTES, true)
                .toAutomaton(slips, new String(begin, StandardCharsets.ISO_8859_1));
        return goesOn ? goingOn(like) : like;
    }

    /** What begins with anything that is accepted. */
    private static Automaton goingOn(Automaton like) {
        Automaton.Builder all = new Automaton.Builder();
        Transition each = new Transition();
        for (int state = 0; state < like.getNumStates(); state++) {
            all.createState();
            all.setAccept(state, like.isAccept(state));
        }
        for (int state = 0; state < like.getNumStates(); state++) {
            if (like.isAccept(state)) {
                all.addTransition(state, state, 0, BYTES);
            } else {
                int count = like.initTransition(state, each);
                for (int i = 0; i < count; i++) {
                    like.getNextTransition(each);
                    all.addTransition(state, each.dest, each.min, each.max);
                }
            }
        }
        return all.finish();
    }

    /** @param goesOn whether the second word may go on after what is compared */
    static int between(String typed, String word, boolean goesOn) {
        int[] beforeLast = new int[word.length() + 1];
        int[] last = new int[word.length() + 1];
        int[] row = new int[word.length() + 1];
        for (int j = 0; j <= word.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= word.length(); j++) {
                int other = typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + other);
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == word.charAt(j - 2)
                        && typed.charAt(i - 2) == word.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        int least = last[word.length()];
        if (goesOn) {
            for (int slips : last) {
                least = Math.min(least, slips);
            }
        }
        return least;
    }
}
