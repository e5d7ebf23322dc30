package org.glasnik.operate;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whether the start is over; from then on it stays so. */
@Component("start")
class Started implements HealthIndicator {
    private volatile boolean over;

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        over = true;
    }

    @Override
    public Health health() {
        return (over ? Health.up() : Health.outOfService()).build();
    }
}
