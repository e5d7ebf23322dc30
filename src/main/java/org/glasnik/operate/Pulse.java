package org.glasnik.operate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, felt once a second in the background: whoever asks for our health gets an answer at once and
 * does not wait for a connection with the rest.
 */
@Component("database")
class Pulse implements HealthIndicator, SmartLifecycle {
    private static final long PAUSE_MILLIS = 1000;
    private static final int PATIENCE_SECONDS = 2;
    private static final Duration SILENCE = Duration.ofMillis(3500);

    private final DataSource source;
    private volatile long lastBeat;
    private volatile boolean felt;
    private volatile boolean running;

    Pulse(DataSource source) {
        this.source = source;
    }

    @Override
    public Health health() {
        boolean beats = felt && System.nanoTime() - lastBeat < SILENCE.toNanos();
        return (beats ? Health.up() : Health.down()).build();
    }

    private void feel() {
        while (running) {
            try (Connection connection = source.getConnection()) {
                if (connection.isValid(PATIENCE_SECONDS)) {
                    lastBeat = System.nanoTime();
                    felt = true;
                }
            } catch (SQLException e) {
                // Silence says it.
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("pulse").start(this::feel);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
