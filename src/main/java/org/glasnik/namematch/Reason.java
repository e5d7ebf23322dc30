package org.glasnik.namematch;

import java.util.List;
import java.util.Locale;

/**
 * Why a body is offered, or why it is not certain.
 *
 * @param words what the sentence names, in its order
 */
record Reason(What what, List<String> words) {
    /** The sentences are {@code namematch.reason.<tag>}. */
    enum What {
        /** The words are equal. */
        EQUAL,
        /** It was called so before. */
        FORMER,
        /** Equal but for accents, hyphens and spaces. */
        LOOSE,
        /** So many letters differ. */
        LETTERS,
        /** One begins like the other. */
        BEGINNING,
        /** The same stem with another ending. */
        STEM,
        /** Found by the town that stands before it. */
        TOWN,
        /** Lies in the place given. */
        PLACE,
        /** Does not lie in the place given, but in another. */
        ELSEWHERE,
        /** The place given is not in the register. */
        UNKNOWN_PLACE,
        /** The words say another kind of body. */
        KIND,
        /** Town, settlement or village: not what the words say. */
        TYPE,
        /** It is no more. */
        ENDED,
        /** Goes on with what a body did that is no more. */
        SUCCESSOR;

        String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Reason of(What what, String... words) {
        return new Reason(what, List.of(words));
    }
}
