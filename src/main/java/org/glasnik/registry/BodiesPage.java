package org.glasnik.registry;

import java.util.List;
import java.util.Map;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;

/** @param mayAdd whether the viewer may add bodies */
record BodiesPage(
        ListPage list, List<ListFilter> filters, List<BodyRow> rows, Map<String, String> kinds, boolean mayAdd) {}
