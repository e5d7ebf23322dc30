package org.glasnik.platform;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * IANA zones under their present names. Browsers still post {@code Europe/Kiev} (ICU keeps it as the canonical id), and
 * PostgreSQL without tzdata-legacy refuses it, so old names are replaced before anything is stored: by the IANA names that
 * CLDR keeps beside its own.
 */
public final class Zones {
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
            return Optional.of(ZoneId.of(posted.equals("UTC") ? posted : TimeZone.getIanaID(posted)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
