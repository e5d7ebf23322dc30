package org.glasnik.officialpage;

import org.jspecify.annotations.Nullable;

/**
 * A proof as the browser sends it: each of its three forms sends its own fields.
 *
 * @param seenOn ISO date
 * @param link address of the page of the body's site
 */
record ProofForm(
        @Nullable String seenOn,
        @Nullable String link,
        @Nullable String name,
        @Nullable String position,
        @Nullable String mail) {
    static final ProofForm EMPTY = new ProofForm(null, null, null, null, null);
}
