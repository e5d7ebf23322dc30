package org.glasnik.deed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place where the account of deeds is not what was chained.
 *
 * @param kind what is wrong; the text {@code deed.fault.<kind>} says it
 * @param batch number of the batch, null where none is known
 * @param deed the deed, null where the batch as a whole is meant
 */
public record Fault(
        Kind kind, @Nullable Long batch, @Nullable UUID deed) {
    /** What can be wrong. */
    public enum Kind {
        /** Batch numbers leave one out. */
        BATCH_MISSING,
        /** A batch does not follow the hash of the one before it. */
        CHAIN_BROKEN,
        /** A batch holds more or fewer deeds than it was closed with, or their places have gaps. */
        COUNT,
        /** The deeds of a batch, their order or the batch itself are not what was hashed. */
        CHANGED,
        /** The chain names a deed that is gone. */
        DEED_MISSING,
        /** A deed stands in no batch and does not wait for one. */
        UNCHAINED,
        /** What a deed changed from and to is not what was recorded. */
        DETAIL_CHANGED,
        /** What a deed changed from and to is gone though no person's values were in it. */
        DETAIL_MISSING,
        /** The head that was noted elsewhere is nowhere in the chain: its end was cut off or it was written anew. */
        HEAD_UNKNOWN;

        public String key() {
            return "deed.fault." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
