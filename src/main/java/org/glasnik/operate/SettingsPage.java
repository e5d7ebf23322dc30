package org.glasnik.operate;

import java.text.Collator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.Screen;
import org.glasnik.platform.Zones;

/**
 * @param offered in their order
 * @param others the rest
 */
record SettingsPage(SettingsForm form, FormErrors errors, List<Language> offered, List<Language> others) {
    Map<String, String> zones() {
        Map<String, String> zones = new LinkedHashMap<>();
        Zones.OFFERED.forEach(zone -> zones.put(zone, zone));
        Zones.of(form.zone()).ifPresent(zone -> zones.putIfAbsent(zone.getId(), zone.getId()));
        return zones;
    }

    Map<String, String> registrations(Screen s) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("false", s.t("operate.settings.registration.false"));
        both.put("true", s.t("operate.settings.registration.true"));
        return both;
    }

    /** By name, in the reader's language. */
    Map<String, String> countries(Screen s) {
        Locale locale = s.language().locale();
        Map<String, String> countries = new LinkedHashMap<>();
        countries.put("", s.t("operate.settings.jurisdiction.none"));
        Arrays.stream(Locale.getISOCountries())
                .map(code -> Map.entry(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted(Map.Entry.comparingByValue(Collator.getInstance(locale)::compare))
                .forEach(country -> countries.put(country.getKey(), country.getValue()));
        return countries;
    }
}
