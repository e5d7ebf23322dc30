package org.glasnik.search;

/** How much of what was asked must be there, tried in this order until something is found. */
enum Leniency {
    /** All words, as they are written or in another form. */
    NONE,
    /** All words, with a slip of the keyboard in each. */
    SLIPS,
    /** Some of the words. */
    SOME
}
