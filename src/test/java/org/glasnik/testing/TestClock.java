package org.glasnik.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Monday 8 March 2027, 14:00 in Kyiv, until a test moves it. */
public final class TestClock extends Clock {
    public static final Instant START = Instant.parse("2027-03-08T12:00:00Z");

    private volatile Instant now = START;

    public void set(Instant to) {
        now = to;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
