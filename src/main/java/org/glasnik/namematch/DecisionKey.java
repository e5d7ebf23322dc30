package org.glasnik.namematch;

import java.util.stream.Collectors;

/** Under what a decision is remembered: the name and its places, folded. */
record DecisionKey(String name, String context) {
    static DecisionKey of(NameLine line) {
        return new DecisionKey(
                NameFold.of(line.name()),
                line.context().stream()
                        .map(NameFold::of)
                        .filter(place -> !place.isEmpty())
                        .collect(Collectors.joining("|")));
    }
}
