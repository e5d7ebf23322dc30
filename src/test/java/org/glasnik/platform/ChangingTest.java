package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ChangingTest {
    private final Queue<Runnable> during = new ArrayDeque<>();
    private final AtomicReference<String> stored = new AtomicReference<>("old");
    private final Changing<String> value =
            new Changing<>(new Changes(JdbcClient.create(new DriverManagerDataSource())), "test", () -> {
                String read = stored.get();
                Runnable meanwhile = during.poll();
                if (meanwhile != null) {
                    meanwhile.run();
                }
                return read;
            });

    @Test
    void whatIsReadIsKeptUntilItChanges() {
        assertThat(value.get()).isEqualTo("old");
        stored.set("new");
        assertThat(value.get()).isEqualTo("old");
        value.forget();
        assertThat(value.get()).isEqualTo("new");
    }

    /** The change is told while the old value is on its way: whoever asked may have it, but nobody after. */
    @Test
    void whatChangedWhileItWasReadIsReadAgain() {
        during.add(() -> {
            stored.set("new");
            value.forget();
        });
        assertThat(List.of(value.get(), value.get())).containsExactly("old", "new");
    }

    @Test
    void soIsWhatSomebodyElseHasReadMeanwhile() {
        during.add(() -> {
            stored.set("new");
            value.forget();
            assertThat(value.get()).isEqualTo("new");
        });
        assertThat(List.of(value.get(), value.get())).containsExactly("old", "new");
    }
}
