package org.glasnik.identity;

import java.util.List;
import java.util.Set;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;

/** What modules above add to the seats of a body: inviting, replacing. */
public interface SeatActions {
    /**
     * @param places that the page shows: each holder, and one free place of each seat that the viewer may fill
     * @param fillable seats that the viewer may fill and empty
     */
    List<SeatAction> of(BodyId body, List<SeatPlace> places, Set<Seat> fillable, Viewer viewer, Language reader);
}
