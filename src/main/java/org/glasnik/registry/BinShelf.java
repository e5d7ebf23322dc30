package org.glasnik.registry;

import java.time.Instant;
import java.util.List;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;

/** One kind of deleted things that the bin shows and gives back for 30 days. */
public interface BinShelf {
    /** Small first. */
    int order();

    /** Message key of the shelf's heading. */
    String heading();

    /** What this viewer may take back, the latest first, at most {@link #MOST}. */
    List<Binned> binned(Viewer viewer, Language reader);

    /** More than that nobody reads: the list says so. */
    int MOST = 200;

    /**
     * @param what its name in the reader's language
     * @param undo the address that takes the deletion back
     */
    record Binned(String what, Instant deletedAt, String undo) {}
}
