package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GlasnikTest
class RateLimitsTest {
    private static final String LIMIT = "password-address";

    @Autowired
    RateLimits limits;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private boolean taken(String of) {
        try {
            limits.take(LIMIT, of);
            return true;
        } catch (TooMany e) {
            return false;
        }
    }

    @Test
    void ofThirtyTriesAtOnceTenPass() throws Exception {
        List<Future<Boolean>> tried = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(15)) {
            for (int i = 0; i < 30; i++) {
                tried.add(threads.submit(() -> taken("together")));
            }
        }
        int passed = 0;
        for (Future<Boolean> each : tried) {
            passed += each.get() ? 1 : 0;
        }
        assertThat(passed).isEqualTo(10);
        assertThat(taken("someone else")).isTrue();
    }

    @Test
    void triesComeBackEvenly() {
        for (int i = 0; i < 10; i++) {
            assertThat(taken("slow")).isTrue();
        }
        assertThatThrownBy(() -> limits.take(LIMIT, "slow"))
                .isInstanceOfSatisfying(
                        TooMany.class,
                        many -> assertThat(many.getHeaders().getFirst("Retry-After"))
                                .isEqualTo("90"));
        clock.advance(Duration.ofSeconds(90));
        assertThat(taken("slow")).isTrue();
        assertThat(taken("slow")).isFalse();
    }

    @Test
    void nobodyCanBeReadFromTheTableAndOldRowsGo() {
        taken("o.prykladna@vyhadivska.example");
        assertThat(jdbc.sql("select id from platform.rate_limit")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(id -> id.matches("[0-9a-f]{32}"));
        clock.advance(Duration.ofHours(1));
        limits.forgetOld();
        assertThat(jdbc.sql("select count(*) from platform.rate_limit")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aLimitIsTakenBeforeTheTransaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> limits.take(LIMIT, "x")))
                .isInstanceOf(IllegalStateException.class);
    }
}
