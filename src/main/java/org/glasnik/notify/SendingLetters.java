package org.glasnik.notify;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.glasnik.platform.InstallationName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands letters over to the mail server, one after another: claim, send, mark, each on its own. Any number of nodes may do so
 * at once. Right after a letter is posted its own node tries; the job {@code letters} sees to all that is left.
 */
@Component
class SendingLetters implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SendingLetters.class);

    private final Deliveries deliveries;
    private final MailServer server;
    private final InstallationName installation;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Counter doubts;
    private final AtomicInteger wanted = new AtomicInteger();
    private volatile boolean running;

    SendingLetters(
            Deliveries deliveries,
            MailServer server,
            InstallationName installation,
            Clock clock,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.server = server;
        this.installation = installation;
        this.clock = clock;
        this.meters = meters;
        this.doubts = Counter.builder("glasnik.letters.doubt")
                .description("Letters that may have been delivered twice, under one Message-ID")
                .register(meters);
        Gauge.builder("glasnik.letters.waiting", deliveries, Deliveries::waiting)
                .description("Letters that wait for their turn or for a mail server")
                .register(meters);
    }

    /** Sends what is due until there is no more, the server is out of order, or the node stops. */
    int sendDue(BooleanSupplier stopping) {
        if (!server.set()) {
            return 0;
        }
        deliveries.release(clock.instant());
        int sent = 0;
        try (MailLine line = new MailLine(server)) {
            while (!stopping.getAsBoolean()) {
                Optional<Due> due = deliveries.claim(clock.instant());
                if (due.isEmpty()) {
                    break;
                }
                MailReply reply = line.send(due.get(), installation.get());
                deliveries.mark(due.get(), reply, clock.instant());
                count(due.get(), reply);
                if (reply.outcome() == MailReply.Outcome.SENT) {
                    sent++;
                } else if (reply.fault() != null && reply.fault().ofServer()) {
                    LOG.warn(
                            "The mail server takes no letters: {}",
                            reply.fault().tag());
                    break;
                }
            }
        }
        return sent;
    }

    private void count(Due due, MailReply reply) {
        meters.counter("glasnik.letters", "outcome", reply.outcome().name().toLowerCase(Locale.ROOT))
                .increment();
        if (due.doubted() || reply.doubtful()) {
            doubts.increment();
        }
    }

    /** A letter is there once this transaction is committed: nobody should wait for the next round of the job. */
    void wakeAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake();
                }
            });
        } else {
            wake();
        }
    }

    private void wake() {
        if (running && server.set() && wanted.getAndIncrement() == 0) {
            Thread.ofVirtual().name("letters").start(this::sendWhileWanted);
        }
    }

    /** A wish that arrives while the last letter is being looked for is not lost: the number has changed then. */
    private void sendWhileWanted() {
        int seen;
        do {
            seen = wanted.get();
            try {
                sendDue(() -> !running);
            } catch (DataAccessException e) {
                LOG.warn(
                        "Letters cannot be read from the database: {}",
                        e.getClass().getSimpleName());
            }
        } while (!wanted.compareAndSet(seen, 0));
    }

    @Override
    public void start() {
        running = true;
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
