package org.glasnik.namematch;

import java.util.Locale;

/** How sure a match is. Only an exact one holds without a person. */
public enum Verdict {
    EXACT,
    LIKELY,
    AMBIGUOUS,
    NONE;

    /** As in the database, in addresses and in message keys. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
