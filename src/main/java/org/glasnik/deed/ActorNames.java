package org.glasnik.deed;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who the people in the account are: asked here, answered by the module that knows people. */
public interface ActorNames {
    /** Names as their bearers write them. Whoever is erased is left out. */
    Map<UUID, String> names(Set<UUID> people);
}
