package org.glasnik.spreadsheet;

import java.io.IOException;

/** A refusal on its way through readers that know only input and output. */
final class RefusedWhileReading extends IOException {
    private final TableRefused refusal;

    RefusedWhileReading(TableRefused refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    TableRefused refusal() {
        return refusal;
    }
}
