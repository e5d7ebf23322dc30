package org.glasnik.personal;

import org.glasnik.access.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * Who decides why and how personal data are used.
 *
 * @param body the organiser, null for the whole installation
 * @param contact postal address, telephone: lines
 * @param officer data protection officer with address, empty where there is none
 * @param version grows with each change; 0 where nobody has said anything yet
 */
record Controllership(@Nullable BodyId body, String name, String contact, String mail, String officer, int version) {
    static Controllership none(@Nullable BodyId body) {
        return new Controllership(body, "", "", "", "", 0);
    }

    boolean named() {
        return !name.isEmpty();
    }

    /** What the account of deeds says of a change. */
    Said said() {
        return new Said(name, contact, mail, officer);
    }

    record Said(String name, String contact, String mail, String officer) {}
}
