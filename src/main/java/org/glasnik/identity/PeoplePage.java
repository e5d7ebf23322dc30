package org.glasnik.identity;

import java.util.List;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;

record PeoplePage(ListPage list, List<ListFilter> filters, List<PeopleRow> rows) {}
