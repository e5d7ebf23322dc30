package org.glasnik.identity.desk;

import java.util.List;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;

/** What one module knows of a person's next steps. A fixed number of queries, however many cards there are. */
public interface DeskCards {
    List<DeskCard> cards(Viewer viewer, Language reader);
}
