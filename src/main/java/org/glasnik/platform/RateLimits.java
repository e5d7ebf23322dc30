package org.glasnik.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How often something may be tried, counted over all nodes by token buckets in the database. What a limit allows is data:
 * {@code glasnik.limit.<name>=10/15m} is ten at once, given back evenly over a quarter of an hour. Keys (addresses of
 * people and of machines) are kept as a keyed hash only, and no longer than the limit needs them.
 */
@Repository
public class RateLimits {
    private final ProxyManager<String> buckets;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Environment environment;
    private final InstallationKey key;
    private final Map<String, BucketConfiguration> limits = new ConcurrentHashMap<>();

    RateLimits(DataSource database, JdbcClient jdbc, Clock clock, Environment environment, InstallationKey key) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.environment = environment;
        this.key = key;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("platform.rate_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(new Meter(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    private record Meter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /**
     * Takes one try of a limit for a key. Not inside a transaction: a try counts even where the work is rolled back, so it
     * needs a connection of its own, and requests that hold one while they wait for another empty the pool.
     *
     * @throws TooMany where none is left
     */
    public void take(String limit, String of) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A rate limit is taken before the transaction begins");
        }
        byte[] hash = key.mac("rate limit", (limit + '\0' + of).getBytes(UTF_8));
        ConsumptionProbe probe = buckets.getProxy(HexFormat.of().formatHex(hash, 0, 16), () -> configured(limit))
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private BucketConfiguration configured(String limit) {
        return limits.computeIfAbsent(limit, name -> {
            String[] parts =
                    environment.getRequiredProperty("glasnik.limit." + name).split("/", 2);
            int times = Integer.parseInt(parts[0].strip());
            Duration within = DurationStyle.detectAndParse(parts[1].strip());
            return BucketConfiguration.builder()
                    .addLimit(Bandwidth.builder()
                            .capacity(times)
                            .refillGreedy(times, within)
                            .build())
                    .build();
        });
    }

    /** Rows of buckets that are full again. */
    int forgetOld() {
        return jdbc.sql("delete from platform.rate_limit where expires_at < :now")
                .param("now", clock.millis())
                .update();
    }
}
