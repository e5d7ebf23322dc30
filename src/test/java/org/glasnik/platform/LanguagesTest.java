package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.glasnik.testing.GlasnikTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@GlasnikTest
class LanguagesTest {
    @Autowired
    Languages languages;

    @Autowired
    TransactionTemplate transaction;

    /** Two operators withdraw a language each; the second begins while the first is not done. */
    private List<Language> afterTwoAtOnce(Supplier<List<Language>> looking) throws Exception {
        transaction.executeWithoutResult(status -> languages.offer(List.of(Language.values())));
        CountDownLatch looked = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> first = threads.submit(() -> transaction.executeWithoutResult(status -> {
                List<Language> offered = new ArrayList<>(looking.get());
                looked.countDown();
                pause();
                offered.remove(Language.RU);
                languages.offer(offered);
            }));
            assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
            Future<?> second = threads.submit(() -> transaction.executeWithoutResult(status -> {
                List<Language> offered = new ArrayList<>(looking.get());
                pause();
                pause();
                offered.remove(Language.EN);
                languages.offer(offered);
            }));
            first.get(10, TimeUnit.SECONDS);
            second.get(10, TimeUnit.SECONDS);
        }
        return languages.offered();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoChangesThemAtTheSameTimeLosesNothing() throws Exception {
        assertThat(afterTwoAtOnce(languages::offered))
                .as("looking without the lock")
                .contains(Language.RU);
        assertThat(afterTwoAtOnce(languages::toBeChanged)).doesNotContain(Language.RU, Language.EN);
    }
}
