package org.glasnik.namematch;

/** How many letters two words differ in: left out, put in, changed, or two beside each other swapped. */
final class Distance {
    private Distance() {}

    /** Damerau and Levenshtein, optimal string alignment; anything above {@code most} is {@code most + 1}. */
    static int between(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] twoAbove = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int best = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, twoAbove[j - 2] + 1);
                }
                row[j] = best;
                least = Math.min(least, best);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = twoAbove;
            twoAbove = above;
            above = row;
            row = free;
        }
        return Math.min(above[b.length()], most + 1);
    }

    /** Letters that a slip of the keyboard may change in a word of this length. */
    static int forgiven(int length) {
        return length < 4 ? 0 : length < 7 ? 1 : length < 11 ? 2 : 3;
    }
}
