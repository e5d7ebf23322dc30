package org.glasnik.operate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param troubles what the doctor has to say, none where all is well
 * @param lastBackup null where there was none
 */
record OperatorPage(List<Finding> troubles, @Nullable Instant lastBackup, boolean demo, List<Place> places) {
    /** A page of the operator's: the text {@code operate.link.<name>} and what is there. */
    record Place(String name, String href) {}
}
