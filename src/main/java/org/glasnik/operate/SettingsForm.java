package org.glasnik.operate;

import java.util.Locale;
import java.util.Set;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Zones;
import org.jspecify.annotations.Nullable;

/** The settings as they were typed. */
record SettingsForm(
        @Nullable String name,
        @Nullable String zone,
        @Nullable String registration,
        @Nullable String jurisdiction) {
    private static final int LONGEST_NAME = 80;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static SettingsForm of(InstallationSettings.Values values) {
        return new SettingsForm(
                values.name(), values.zone(), String.valueOf(values.selfRegistration()), values.jurisdiction());
    }

    InstallationSettings.Values values(FormErrors errors) {
        String named = errors.line("name", name, LONGEST_NAME);
        String placed = Zones.of(zone).map(java.time.ZoneId::getId).orElse("");
        errors.require(!placed.isEmpty(), "zone", "platform.error.choose");
        boolean open = "true".equals(registration);
        errors.require(open || "false".equals(registration), "registration", "platform.error.choose");
        String country = jurisdiction == null ? "" : jurisdiction;
        errors.require(country.isEmpty() || COUNTRIES.contains(country), "jurisdiction", "platform.error.choose");
        return new InstallationSettings.Values(named, placed, open, country);
    }
}
