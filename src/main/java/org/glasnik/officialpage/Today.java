package org.glasnik.officialpage;

import java.time.Clock;
import java.time.LocalDate;
import org.glasnik.platform.DefaultZone;
import org.springframework.stereotype.Component;

/** The day that it is in the installation's zone: terms of pages are counted in its days. */
@Component
public class Today {
    private final Clock clock;
    private final DefaultZone zone;

    Today(Clock clock, DefaultZone zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public LocalDate here() {
        return LocalDate.ofInstant(clock.instant(), zone.get());
    }
}
