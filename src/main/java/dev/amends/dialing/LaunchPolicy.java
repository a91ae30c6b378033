package dev.amends.dialing;

import dev.amends.dialing.WhosePolicy.Whose;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.Launchable;
import dev.amends.promise.RepDevice;
import dev.amends.staff.RepState;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which promised callers get a placeholder now: all that are due, in the one order, up to a cap.
 * One whose placeholders keep vanishing waits longer each time, so that a broken queue is not
 * stormed. One that a rep promised waits for that rep, who is rung for one at a time and not again
 * at once when he did not answer.
 */
public final class LaunchPolicy {

    private static final int LONGEST_PAUSE_SECONDS = 60;

    /** How long a rep who did not answer is left alone. */
    static final Duration REP_PAUSE = Duration.ofSeconds(60);

    private LaunchPolicy() {}

    /**
     * What is known of the reps who promised calls.
     *
     * @param state what the rep of a promise does; nothing when that is not known
     * @param taken reps for whom a placeholder or a promised call is under way
     * @param patience how long a call is the rep's alone who promised it
     */
    public record Reps(
            Function<Callback.Promised, Optional<RepState>> state,
            Set<RepDevice> taken,
            Duration patience) {

        public Reps {
            taken = Set.copyOf(taken);
        }
    }

    /**
     * The promises to launch now.
     *
     * @param due in the one order
     * @param room how many more may be placed
     */
    public static List<Callback.Promised> choose(
            List<Launchable> due, int room, Reps reps, Instant now) {
        Set<RepDevice> taken = new HashSet<>(reps.taken());
        List<Callback.Promised> chosen = new ArrayList<>();
        for (Launchable one : due) {
            if (chosen.size() < room && launches(one, reps, taken, now)) {
                chosen.add(one.promise());
            }
        }
        return List.copyOf(chosen);
    }

    private static boolean launches(Launchable one, Reps reps, Set<RepDevice> taken, Instant now) {
        Callback.Promised promise = one.promise();
        Whose whose =
                WhosePolicy.decide(promise, reps.state().apply(promise), reps.patience(), now);
        return switch (whose) {
            case Whose.NobodysYet _ -> false;
            case Whose.OneReps his -> left(one, REP_PAUSE, now) && taken.add(his.rep());
            case Whose.Anybodys any ->
                    any.insteadOfOne() && onlyHisRangBefore(one, reps) || rested(one, now);
        };
    }

    /** Whether every placeholder that vanished was one for the rep whose time is now over. */
    private static boolean onlyHisRangBefore(Launchable one, Reps reps) {
        Instant end = WhosePolicy.endOfHisTime(one.promise(), reps.patience());
        return one.lastVoidAt().filter(last -> last.isBefore(end)).isPresent();
    }

    private static boolean rested(Launchable one, Instant now) {
        int doublings = Math.min(Math.max(one.voidsInRow(), 1) - 1, 6);
        return left(one, Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << doublings)), now);
    }

    /** Whether the last placeholder vanished that long ago, or by a clock put back since. */
    private static boolean left(Launchable one, Duration pause, Instant now) {
        return one.voidsInRow() == 0
                || one.lastVoidAt()
                        .filter(last -> !last.isAfter(now) && now.isBefore(last.plus(pause)))
                        .isEmpty();
    }
}
