package org.glasnik.operate;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.InstallationName;
import org.glasnik.platform.Setting;
import org.glasnik.platform.Settings;
import org.glasnik.platform.Zones;
import org.glasnik.signin.SelfRegistration;
import org.springframework.stereotype.Component;

/** What an operator sets for the whole installation. */
@Component
class InstallationSettings {
    private final InstallationName name;
    private final DefaultZone zone;
    private final SelfRegistration registration;
    private final Setting<String> jurisdiction;

    InstallationSettings(InstallationName name, DefaultZone zone, SelfRegistration registration, Settings settings) {
        this.name = name;
        this.zone = zone;
        this.registration = registration;
        this.jurisdiction = settings.of("jurisdiction", "", Function.identity(), Function.identity());
    }

    /**
     * @param jurisdiction ISO 3166 country whose law applies, empty until it is chosen
     */
    record Values(String name, String zone, boolean selfRegistration, String jurisdiction) {}

    Values get() {
        return new Values(name.get(), zone.get().getId(), registration.on(), jurisdiction.get());
    }

    void set(Values to) {
        Values from = get();
        if (!to.name().equals(from.name())) {
            name.set(to.name());
        }
        Optional<ZoneId> chosen = Zones.of(to.zone());
        if (!to.zone().equals(from.zone()) && chosen.isPresent()) {
            zone.set(chosen.get());
        }
        if (to.selfRegistration() != from.selfRegistration()) {
            registration.set(to.selfRegistration());
        }
        if (!to.jurisdiction().equals(from.jurisdiction())) {
            jurisdiction.set(to.jurisdiction());
        }
    }
}
