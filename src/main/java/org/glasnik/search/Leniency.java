package org.glasnik.search;

/** How much of what was asked must be there, tried in this order until something is found. */
enum Leniency {
    /** All words, as they are written or in another form. */
    NONE(0),
    /** All words, with a slip of the keyboard in each. */
    SLIP(1),
    /** All words, with two slips in long ones: a search of its own, since it is the slow one. */
    TWO_SLIPS(2),
    /** At least half of the words, with a slip in each. */
    SOME(1);

    /** The limits of what people take for the same word. */
    private static final int ONE_SLIP_FROM = 4;

    private static final int TWO_SLIPS_FROM = 8;
    /** No name has words as long, and what they are like takes long to find. */
    private static final int NONE_FROM = 25;

    private final int slips;

    Leniency(int slips) {
        this.slips = slips;
    }

    /** How many slips are forgiven in a folded word. A number with another digit is another number. */
    int slips(String form) {
        int length = form.length();
        return length < ONE_SLIP_FROM || length >= NONE_FROM || form.chars().anyMatch(Character::isDigit)
                ? 0
                : Math.min(slips, length < TWO_SLIPS_FROM ? 1 : 2);
    }

    boolean forgives() {
        return this != NONE;
    }
}
