package org.glasnik.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("soak")
class CrashTest {

    @TempDir
    Path temporary;

    @Test
    void noAcknowledgedInsertIsLost() throws Exception {
        var outcome = rounds(Map.of(), CrashRounds.rounds(5));

        assertThat(outcome.acknowledged()).isGreaterThan(outcome.rounds() * 10);
        assertThat(outcome.lost()).isZero();
    }

    /** The control: the same rounds find a loss where there is one. */
    @Test
    void withoutSynchronousCommitTheyAre() throws Exception {
        var careless = Map.of(
                "synchronous_commit", "off",
                "wal_writer_delay", "10s",
                "wal_writer_flush_after", "1GB",
                "wal_buffers", "64MB");

        assertThat(rounds(careless, CrashRounds.rounds(2)).lost()).isPositive();
    }

    private CrashRounds.Outcome rounds(Map<String, String> settings, int rounds) throws Exception {
        try (var postgres = EmbeddedPostgres.start(Homes.seeded(temporary).dir(), settings)) {
            var outcome = new CrashRounds(postgres, 8).run(rounds);
            System.out.println(settings.keySet() + " " + outcome);
            return outcome;
        }
    }
}
