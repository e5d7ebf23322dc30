package org.glasnik.namematch;

import java.util.UUID;

/** Identifies a list of names. */
record NameListId(UUID value) {
    public static NameListId of(String text) {
        return new NameListId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
