package dev.amends.dialing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to go on. */
public final class TestClock implements InstantSource {

    private volatile Instant now;

    public TestClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Time passes. */
    public void passes(Duration time) {
        now = now.plus(time);
    }

    /** Time passes. */
    public void passesSeconds(long seconds) {
        passes(Duration.ofSeconds(seconds));
    }
}
