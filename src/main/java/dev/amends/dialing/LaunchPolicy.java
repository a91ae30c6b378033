package dev.amends.dialing;

import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.Launchable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which promised callers get a placeholder now: all that are due, in the one order, up to a cap.
 * One whose placeholders keep vanishing waits longer each time, so that a broken queue is not
 * stormed.
 */
public final class LaunchPolicy {

    private static final int LONGEST_PAUSE_SECONDS = 60;

    private LaunchPolicy() {}

    /**
     * The promises to launch now.
     *
     * @param due in the one order
     * @param room how many more may be placed
     */
    public static List<Callback.Promised> choose(List<Launchable> due, int room, Instant now) {
        return due.stream()
                .filter(one -> rested(one, now))
                .limit(Math.max(0, room))
                .map(Launchable::promise)
                .toList();
    }

    private static boolean rested(Launchable one, Instant now) {
        if (one.voidsInRow() == 0 || one.lastVoidAt().isEmpty()) {
            return true;
        }
        int doublings = Math.min(one.voidsInRow() - 1, 6);
        Duration pause = Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << doublings));
        return !now.isBefore(one.lastVoidAt().get().plus(pause));
    }
}
