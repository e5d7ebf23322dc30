package org.glasnik.officialpage;

import java.util.UUID;

/** Identifies an official page. */
public record PageId(UUID value) {
    public static PageId of(String text) {
        return new PageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
