package org.glasnik.namematch;

import java.util.List;
import org.glasnik.access.BodyId;
import org.glasnik.registry.BodyName;
import org.jspecify.annotations.Nullable;

/**
 * What a name means.
 *
 * @param decided by a person, once: then the verdict is exact, or none where no body of the register is meant
 * @param body only where the verdict is exact
 * @param candidates the best first; of what is exact only that one
 */
public record NameMatch(
        Verdict verdict, boolean decided, @Nullable BodyId body, List<Candidate> candidates) {
    /** @param reasons sentences in the reader's language */
    public record Candidate(BodyId body, BodyName name, String code, List<String> reasons) {}
}
