package org.glasnik.search;

/** How many letters were missed, added, mistaken or swapped with their neighbours (optimal string alignment). */
final class Slips {
    private Slips() {}

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
