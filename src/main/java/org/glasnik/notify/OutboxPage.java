package org.glasnik.notify;

import java.util.List;
import org.glasnik.platform.ListFilter;
import org.glasnik.platform.ListPage;

/** The log of letters. */
record OutboxPage(
        ListPage list, List<ListFilter> filters, List<Fate> letters, boolean served, int held, int failed) {}
