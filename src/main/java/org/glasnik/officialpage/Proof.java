package org.glasnik.officialpage;

import java.time.LocalDate;

/** What everyone may know of the latest proof: how and on which day. */
record Proof(ProofKind kind, LocalDate seenOn) {}
