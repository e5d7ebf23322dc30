package org.glasnik.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * One kind of what can be found. A module that has something to find implements this in a bean, and tells of each change by
 * triggers on its tables (decision 0013):
 *
 * <pre>create trigger page_searched_new after insert on officialpage.page
 *     referencing new table as changed for each statement execute function search.changed('page', 'id');</pre>
 *
 * and the same for update and delete ({@code referencing old table as changed}). Where a document is made of several tables,
 * each of them tells of the ids that it concerns.
 */
public interface SearchSource {
    /** As in {@code search.change.kind}, in addresses and in the name of a folder: letters a to z. */
    String kind();

    /** The smaller, the higher on the page. */
    int order();

    /** The message key of the heading above what is found of this kind. */
    String heading();

    /** Where all of this kind are listed, with filters; null where this viewer has no such list. */
    @Nullable
    String list(Viewer viewer);

    /** Whether it speaks of people: what is deleted or erased is then cut out of the files of the index at once. */
    boolean personal();

    /** To build the index anew: at most {@code limit} documents of what there is after an id in the order of ids. */
    List<SearchDocument> after(@Nullable UUID id, int limit);

    /** The documents of some ids as they are now. What is deleted, erased or in the bin is left out. */
    List<SearchDocument> documents(Set<UUID> ids);

    /**
     * What is shown of those that the viewer may see: the index only proposes, and permission stands in this query. One query
     * for any number of ids.
     */
    Map<UUID, SearchHit> hits(Set<UUID> ids, Viewer viewer, Language reader);
}
