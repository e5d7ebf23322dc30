package org.glasnik.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's indexes in step with the database: once a second, on a thread of its own, which is no virtual one, since
 * building an index keeps a processor busy and virtual threads would wait for it.
 */
@Component
public class Indexing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final long PAUSE_MILLIS = 1000;
    private static final long LONGEST_PAUSE_MILLIS = 600_000;
    private static final long PATIENCE_MILLIS = 15_000;

    private final Indexes indexes;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    Indexing(Indexes indexes) {
        this.indexes = indexes;
    }

    /** Brings the indexes in step now: whatever was committed before this call can be found after it. */
    public void catchUp() {
        try {
            indexes.step(() -> true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void watch() {
        boolean reachable = true;
        long pause = PAUSE_MILLIS;
        try {
            while (!stopping.await(pause, TimeUnit.MILLISECONDS)) {
                try {
                    indexes.step(this::isRunning);
                    reachable = true;
                    pause = PAUSE_MILLIS;
                } catch (DataAccessException e) {
                    if (reachable) {
                        LOG.warn(
                                "Search cannot read what has changed, trying on: {}",
                                e.getClass().getSimpleName());
                    }
                    reachable = false;
                } catch (IOException | RuntimeException e) {
                    LOG.warn("The search index is thrown away and built anew", e);
                    // What fails again fails at once, and building takes a processor.
                    pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 4);
                    discard();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void discard() {
        try {
            indexes.discard();
        } catch (IOException e) {
            LOG.warn("The search index cannot be thrown away: {}", e.toString());
        }
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("search").daemon().start(this::watch);
    }

    /** Not by an interrupt: that would close a file that is being written. */
    @Override
    public void stop() {
        stopping.countDown();
        Thread watching = thread;
        try {
            if (watching != null) {
                watching.join(PATIENCE_MILLIS);
            }
            if (watching == null || !watching.isAlive()) {
                indexes.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The search index was not closed well and may be built anew: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    /** Before the server takes requests, and until it has answered the last one. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }
}
