package org.glasnik.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every node that something rarely written has changed, by a version number per topic in the database that each node
 * reads once a second. A change is seen at once by the node that made it, within a second or so by the others.
 */
@Component
public class Changes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final long POLL_MILLIS = 1000;

    private final JdbcClient jdbc;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Map<String, CopyOnWriteArrayList<Runnable>> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A value that is read again after its topic has changed. */
    public <T> Changing<T> cached(String topic, Supplier<T> read) {
        Changing<T> value = new Changing<>(this, topic, read);
        listen(topic, value::forget);
        return value;
    }

    public void listen(String topic, Runnable listener) {
        listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** Call inside the transaction that changes; listeners here hear of it after the commit. */
    public void publish(String topic) {
        jdbc.sql("""
                        insert into platform.change (topic, version) values (:topic, 1)
                        on conflict (topic) do update set version = platform.change.version + 1""").param("topic", topic).update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    tell(topic);
                }
            });
        } else {
            tell(topic);
        }
    }

    /** Everything may have changed: after a restore. */
    public void forgetAll() {
        listeners.keySet().forEach(this::tell);
    }

    private void tell(String topic) {
        listeners.getOrDefault(topic, new CopyOnWriteArrayList<>()).forEach(Runnable::run);
    }

    void poll() {
        jdbc.sql("select topic, version from platform.change")
                .query()
                .listOfRows()
                .forEach(row -> {
                    String topic = (String) row.get("topic");
                    Long version = (Long) row.get("version");
                    if (topic != null && version != null && !version.equals(seen.put(topic, version))) {
                        tell(topic);
                    }
                });
    }

    private void watch() {
        boolean reachable = true;
        while (running) {
            try {
                Thread.sleep(POLL_MILLIS);
                if (running) {
                    poll();
                }
                reachable = true;
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException e) {
                if (reachable) {
                    LOG.warn(
                            "Changes cannot be read from the database, trying on: {}",
                            e.getClass().getSimpleName());
                }
                reachable = false;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("changes").start(this::watch);
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
