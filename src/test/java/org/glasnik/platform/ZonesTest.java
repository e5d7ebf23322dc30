package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Kiev, Europe/Kyiv",
        "Europe/Uzhgorod, Europe/Kyiv",
        "Europe/Zaporozhye, Europe/Kyiv",
        "Asia/Calcutta, Asia/Kolkata",
        "America/Buenos_Aires, America/Argentina/Buenos_Aires",
        "Europe/Kyiv, Europe/Kyiv",
        "Europe/Belgrade, Europe/Belgrade",
        "Europe/Podgorica, Europe/Podgorica",
        "America/Argentina/Ushuaia, America/Argentina/Ushuaia",
        "UTC, UTC"
    })
    void anOldNameIsTakenAsThePresentOne(String posted, String zone) {
        assertThat(Zones.of(posted)).contains(ZoneId.of(zone));
        assertThat(Zones.of(zone).orElseThrow().getId()).isEqualTo(zone);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Europe/Nowhere",
                "+02:00",
                "EST",
                "europe/kyiv",
                "Etc/Unknown",
                "Europe/Kyiv\n",
                "GMT+2",
                "../etc/passwd"
            })
    void whatIsNoZoneOfAPlaceIsNone(String posted) {
        assertThat(Zones.of(posted)).isEmpty();
    }

    @Test
    void whatIsOfferedIsTaken() {
        assertThat(Zones.OFFERED).allSatisfy(zone -> assertThat(Zones.of(zone)).contains(ZoneId.of(zone)));
    }
}
