package org.glasnik.testing;

import org.junit.jupiter.api.Assumptions;

/** A test that cannot be done here is skipped aloud: on the console, and in the report that continuous integration reads. */
public final class Skip {
    private Skip() {}

    public static void unless(boolean possible, String why) {
        if (!possible) {
            System.out.println("SKIPPED: " + why);
        }
        Assumptions.assumeTrue(possible, why);
    }
}
