package org.glasnik.operate;

import java.time.Instant;
import java.util.List;
import org.glasnik.notify.LettersLeft;
import org.jspecify.annotations.Nullable;

/**
 * @param troubles what the doctor has to say, none where all is well
 * @param letters that will not leave of themselves
 * @param lastBackup null where there was none
 */
record OperatorPage(
        List<Finding> troubles,
        LettersLeft.Count letters,
        @Nullable Instant lastBackup,
        boolean demo,
        List<Place> places) {
    /** Whether nothing asks for the operator. In a demo all letters are held. */
    boolean well() {
        return troubles.isEmpty() && letters.failed() == 0 && (letters.held() == 0 || demo);
    }

    /** A page of the operator's: the text {@code operate.link.<name>} and what is there. */
    record Place(String name, String href) {}
}
