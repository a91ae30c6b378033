package dev.amends.dialing;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether the caller or a rep comes first. First rule that speaks wins: what was set, if that is
 * rep first; the line's pace unknown; caller first as it was set; reps free often; seldom.
 */
public final class LaunchWayPolicy {

    private LaunchWayPolicy() {}

    /** The answer, with its reason. */
    public sealed interface Way {

        String reason();

        /** A rep first. */
        record RepFirst(String reason) implements Way {}

        /** The caller first, who is to hold about so long after he answered. */
        record CallerFirst(Duration hold, String reason) implements Way {}
    }

    /**
     * Decides.
     *
     * @param step from one rep becoming free to the next; nothing while that is not known
     */
    public static Way decide(LaunchSettings settings, Optional<Duration> step) {
        if (settings.way() == LaunchWay.REP_FIRST) {
            return new Way.RepFirst("a rep comes first, as it was set");
        }
        if (step.isEmpty()) {
            return new Way.RepFirst("not known how soon a rep becomes free");
        }
        Duration hold = LaunchSettings.hold(step.get());
        if (settings.way() == LaunchWay.CALLER_FIRST) {
            return new Way.CallerFirst(hold, "the caller comes first, as it was set");
        }
        String often = "a rep becomes free every " + step.get().toSeconds() + " s";
        return step.get().compareTo(settings.longestStep()) <= 0
                ? new Way.CallerFirst(hold, often)
                : new Way.RepFirst(often + " only: the caller would hold too long");
    }
}
