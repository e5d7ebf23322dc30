package org.glasnik.platform;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * IANA zones under their present names. Browsers still post {@code Europe/Kiev} (ICU keeps it as the canonical id), and
 * PostgreSQL without tzdata-legacy refuses it, so old names are replaced before anything is stored.
 */
public final class Zones {
    /** Backward links of the tz database (file {@code backward}, 2022b and later) for the countries that we serve. */
    private static final Map<String, String> PRESENT = Map.of(
            "Europe/Kiev", "Europe/Kyiv",
            "Europe/Uzhgorod", "Europe/Kyiv",
            "Europe/Zaporozhye", "Europe/Kyiv");

    /** Those that a choice list offers first; any other IANA zone is accepted as well. */
    public static final List<String> OFFERED = List.of(
            "Europe/Kyiv",
            "Europe/Belgrade",
            "Europe/Moscow",
            "Europe/Podgorica",
            "Europe/Sarajevo",
            "Europe/Chisinau",
            "Europe/Warsaw",
            "Europe/Berlin",
            "Europe/London",
            "UTC");

    private Zones() {}

    /** The zone of a posted name; empty where there is no such zone. Offsets and abbreviations are not zones of a place. */
    public static Optional<ZoneId> of(@Nullable String posted) {
        if (posted == null || !(posted.equals("UTC") || posted.matches("[A-Z][A-Za-z_]+(/[A-Za-z_+0-9-]+){1,2}"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(PRESENT.getOrDefault(posted, posted)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
