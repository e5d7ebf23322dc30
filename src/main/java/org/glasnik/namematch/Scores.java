package org.glasnik.namematch;

/** How much each likeness counts, of 100. Set by what people accept of real lists; the order of them is what matters. */
final class Scores {
    static final int EQUAL = 98;
    static final int LOOSE = 92;
    static final int LETTERS = 89;
    static final int EACH_LETTER = 6;
    static final int BEGINNING = 84;
    static final int STEM = 80;
    static final int PLACE = 3;
    static final int ELSEWHERE = -20;
    static final int KIND = -15;
    static final int TYPE = -12;
    static final int SAME_TYPE = 6;
    static final int FORMER = -2;
    static final int ENDED = -10;
    static final int BY_TOWN = -14;

    /** Below this a body is no candidate, only the nearest that there is. */
    static final int LEAST = 65;

    /** So far ahead is clearly ahead. */
    static final int AHEAD = 8;

    /** Candidates that are kept. */
    static final int KEPT = 5;

    private Scores() {}
}
