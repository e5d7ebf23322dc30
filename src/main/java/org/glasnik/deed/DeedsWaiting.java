package org.glasnik.deed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the chain is behind: what is not chained yet can be altered unnoticed. */
@Repository
class DeedsWaiting {
    private final JdbcClient jdbc;

    DeedsWaiting(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("glasnik.deeds.waiting", this, DeedsWaiting::count)
                .description("Deeds that are recorded and not chained yet")
                .register(meters);
    }

    long count() {
        return jdbc.sql("select count(*) from deed.waiting").query(Long.class).single();
    }
}
