package org.glasnik.registry;

import java.time.LocalDate;
import java.util.Set;
import org.glasnik.access.BodyId;
import org.springframework.stereotype.Component;

/** What bodies were before the register began, for whoever fills it. Nobody did it there, so no deed tells of it. */
@Component
public class EarlierYears {
    private final Lifecycles lifecycles;
    private final Bodies bodies;

    EarlierYears(Lifecycles lifecycles, Bodies bodies) {
        this.lifecycles = lifecycles;
        this.bodies = bodies;
    }

    /**
     * A body was added under its names of then and bears those of today.
     *
     * @param since the first day of today's names
     * @param basis the law or decision
     */
    public void renamed(BodyId body, BodyDetails today, LocalDate since, String basis) {
        lifecycles.rename(body, Lifecycles.Names.of(today), since, basis);
    }

    /** Adds a body that was merged into these, which go on with what it did. */
    public void merged(BodyDetails body, LocalDate on, String basis, Set<BodyId> into) {
        lifecycles.end(bodies.add(body), Ending.MERGED, on, basis, into);
    }
}
