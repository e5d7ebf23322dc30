package org.glasnik.platform;

import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The zone of those who have chosen none: a setting of the installation. */
@Component
public class DefaultZone {
    private final Setting<ZoneId> zone;

    DefaultZone(Settings settings) {
        this.zone =
                settings.of("zone", "Europe/Kyiv", posted -> Zones.of(posted).orElse(ZoneId.of("UTC")), ZoneId::getId);
    }

    public ZoneId get() {
        return zone.get();
    }

    public void set(ZoneId to) {
        zone.set(to);
    }
}
