package org.glasnik.personal;

import java.util.List;

/** What is held about the reader: a line for each kind of record, with how many there are. */
record DataPage(List<Held> held, boolean lastOperator) {
    record Held(String title, long rows) {}
}
