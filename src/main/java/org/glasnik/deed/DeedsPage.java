package org.glasnik.deed;

import java.util.List;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;

/**
 * @param ofObject the name of the one object whose history this is; empty where it is a list of many
 * @param checks whether the reader may check the chain
 */
record DeedsPage(
        ListPage list,
        List<ListFilter> filters,
        List<ToldDeed> deeds,
        boolean history,
        String ofObject,
        boolean checks) {}
