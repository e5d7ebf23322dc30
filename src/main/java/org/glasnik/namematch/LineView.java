package org.glasnik.namematch;

import java.util.List;
import org.glasnik.namematch.NameLines.Line;
import org.glasnik.namematch.RegisterNames.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A line as a page shows it.
 *
 * @param body what it is matched to, null while that is open
 * @param decidedBy null where nobody has decided; empty where their name is gone
 */
record LineView(
        Line line,
        @Nullable Shown body,
        List<Choice> choices,
        @Nullable String decidedBy) {
    /** @param reasons in the reader's language */
    record Choice(Shown body, List<String> reasons) {}

    /** Places as they were written, for one line of small print. */
    String places() {
        return String.join(
                ", ", line.name().context().stream().filter(p -> !p.isBlank()).toList());
    }
}
