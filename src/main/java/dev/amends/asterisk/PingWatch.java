package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Pings one session for as long as it is used. A stopped Asterisk keeps its sockets open, so only
 * missing answers tell; one may be missed.
 */
final class PingWatch {

    private final AmiSession session;
    private final AmiPatience patience;
    private final CountDownLatch ended;

    PingWatch(AmiSession session, AmiPatience patience, CountDownLatch ended) {
        this.session = session;
        this.patience = patience;
        this.ended = ended;
    }

    /** Runs until the epoch has ended, or ends it itself with a reason. */
    void run(Consumer<String> end) {
        int missed = 0;
        long due = System.nanoTime();
        while (missed < 2) {
            due += patience.pingEvery().toNanos();
            if (endsBefore(due)) {
                return;
            }
            missed = answers() ? 0 : missed + 1;
        }
        end.accept("the PBX did not answer two pings");
    }

    private boolean endsBefore(long due) {
        try {
            return ended.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean answers() {
        try {
            session.send(AmiActions.ping());
            return true;
        } catch (TelephoneDown | AmiRefused e) {
            return false;
        }
    }
}
