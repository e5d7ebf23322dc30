package org.glasnik.demo;

import java.util.Map;
import java.util.Objects;
import org.glasnik.access.BodyId;
import org.glasnik.access.PersonId;
import org.glasnik.identity.Operators;
import org.glasnik.invitation.InvitingSomeone;
import org.glasnik.operate.Seeding;
import org.springframework.stereotype.Component;

/** Brings the invented region to life: once, when a demo starts for the first time. */
@Component
class DemoSeeding implements Seeding {
    private final Region region;
    private final RegionPages pages;
    private final Cast cast;
    private final Operators operators;
    private final InvitingSomeone inviting;

    DemoSeeding(Region region, RegionPages pages, Cast cast, Operators operators, InvitingSomeone inviting) {
        this.region = region;
        this.pages = pages;
        this.cast = cast;
        this.operators = operators;
        this.inviting = inviting;
    }

    @Override
    public void seed() {
        if (!region.empty()) {
            return;
        }
        Map<String, BodyId> bodies = region.add();
        Map<String, PersonId> people = cast.add();
        boolean granted = operators.grant(Objects.requireNonNull(people.get("operator")));
        if (!granted) {
            throw new IllegalStateException("The demo's operator is none");
        }
        cast.seat(people, bodies);
        pages.add(bodies, people);
        cast.invite(inviting, people, bodies);
    }
}
