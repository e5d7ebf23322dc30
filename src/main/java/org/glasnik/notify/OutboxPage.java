package org.glasnik.notify;

import java.util.List;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.ListPage;

/** The log of letters. */
record OutboxPage(ListPage list, List<ListFilter> filters, List<Fate> letters, boolean served, int held, int failed) {}
