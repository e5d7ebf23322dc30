package org.glasnik.officialpage;

import java.time.LocalDate;
import java.util.List;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;

/** @param mayAdd whether the viewer may enter pages of any body */
record PagesPage(ListPage list, List<ListFilter> filters, List<PageRow> rows, LocalDate today, boolean mayAdd) {}
