package org.glasnik.deed;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One deed in plain words.
 *
 * @param actor who did it, in words also where nobody or an erased person did
 * @param actorHref the actor's other deeds, null where there is no actor
 * @param what was done
 * @param name of the object, empty where it is unknown
 * @param said whether {@code what} has the name in it
 * @param href address of the object, null where it has no page
 * @param history address of the object's own deeds
 * @param erased whether the values that it changed have been erased
 */
record ToldDeed(
        RecordedDeed deed,
        String actor,
        @Nullable String actorHref,
        String what,
        String name,
        boolean said,
        @Nullable String href,
        String history,
        List<ToldChange> changes,
        boolean erased) {
    /** @param words from what, to what */
    record ToldChange(String field, String words) {}

    Instant at() {
        return deed.at();
    }

    boolean namesObject() {
        return !said && !name.isEmpty();
    }

    /** Without who did it. */
    String sentence() {
        return namesObject() ? what + ": " + name : what;
    }

    String changesInWords() {
        return changes.stream().map(c -> c.field() + ": " + c.words()).collect(Collectors.joining("\n"));
    }
}
