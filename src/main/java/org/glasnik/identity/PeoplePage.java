package org.glasnik.identity;

import java.util.List;
import org.glasnik.platform.ListFilter;
import org.glasnik.platform.ListPage;

record PeoplePage(ListPage list, List<ListFilter> filters, List<PeopleRow> rows) {}
