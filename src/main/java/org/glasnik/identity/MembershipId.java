package org.glasnik.identity;

import java.util.UUID;

/** Identifies the time of one person in one seat of one body. */
public record MembershipId(UUID value) {
    public static MembershipId of(String text) {
        return new MembershipId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
