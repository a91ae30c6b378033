package dev.amends.asterisk;

import io.netty.channel.EventLoop;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.concurrent.TimeUnit;

/**
 * The turns of one event loop and when each has to be over: all have the same time, so they are due
 * in the order in which they began. However many are due at the same moment, only a few are ended
 * at a time, and those that are in time are served in between: ten thousand connections that say
 * nothing delay nobody. Used on that event loop only.
 */
final class TurnDeadlines {

    private static final int ENDED_AT_A_TIME = 16;
    private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();

    private final EventLoop loop;
    private final long turnNanos;
    private final LinkedHashSet<Watched> watched = new LinkedHashSet<>();
    private boolean scheduled;

    TurnDeadlines(EventLoop loop, Duration turn) {
        this.loop = loop;
        this.turnNanos = turn.toNanos();
    }

    /** One turn. */
    static final class Watched {
        private final long due;
        private final Runnable tooLate;

        private Watched(long due, Runnable tooLate) {
            this.due = due;
            this.tooLate = tooLate;
        }
    }

    /** A turn begins; {@code tooLate} is run unless it is over in time. */
    Watched begin(Runnable tooLate) {
        Watched turn = new Watched(System.nanoTime() + turnNanos, tooLate);
        watched.add(turn);
        lookIn(turnNanos);
        return turn;
    }

    /** A turn is over. */
    void over(Watched turn) {
        watched.remove(turn);
    }

    private void lookIn(long nanos) {
        if (!scheduled) {
            scheduled = true;
            loop.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        scheduled = false;
        long now = System.nanoTime();
        for (int ended = 0; ended < ENDED_AT_A_TIME && isDue(now); ended++) {
            watched.removeFirst().tooLate.run();
        }
        if (!watched.isEmpty()) {
            lookIn(Math.max(PAUSE_NANOS, watched.getFirst().due - now));
        }
    }

    private boolean isDue(long now) {
        return !watched.isEmpty() && watched.getFirst().due - now <= 0;
    }
}
