package org.glasnik.namematch;

import java.util.List;
import org.glasnik.access.BodyId;

/** What the index says of one line: candidates, the best first. */
record Found(Verdict verdict, List<Candidate> candidates) {
    /** @param score of 100; what is below {@link Scores#LEAST} is only the nearest that there is */
    record Candidate(BodyId body, int score, List<Reason> reasons) {}
}
