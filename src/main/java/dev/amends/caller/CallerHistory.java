package dev.amends.caller;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What we remember of a caller, before this call.
 *
 * @param calls his calls within the time that matters
 * @param flag a flag as upset that has not faded
 * @param abusive a flag as abusive that has not faded
 * @param signals what was seen of him, the newest first
 */
public record CallerHistory(
        Calls calls, Optional<Flag> flag, Optional<Flag> abusive, List<Signal> signals) {

    /** Nothing known: first call, or a withheld number. */
    public static final CallerHistory BLANK =
            new CallerHistory(0, Optional.empty(), Optional.empty());

    public CallerHistory {
        signals = List.copyOf(signals);
    }

    /** One of which nothing else is known. */
    public CallerHistory(int earlierCalls, Optional<Instant> hungUpWaitingAt, Optional<Flag> flag) {
        this(
                new Calls(earlierCalls, Optional.empty(), hungUpWaitingAt, Optional.empty()),
                flag,
                Optional.empty(),
                List.of());
    }

    /**
     * What his calls tell.
     *
     * @param earlier how many there were
     * @param last when he called last
     * @param hungUpWaiting when he last hung up while he waited
     * @param longestWait how long he had to wait at most, of the calls within a day
     */
    public record Calls(
            int earlier,
            Optional<Instant> last,
            Optional<Instant> hungUpWaiting,
            Optional<Duration> longestWait) {}

    /** How often he called before this call. */
    public int earlierCalls() {
        return calls.earlier();
    }

    /** When he last hung up while he waited. */
    public Optional<Instant> hungUpWaitingAt() {
        return calls.hungUpWaiting();
    }

    /** The same with what was seen of him. */
    public CallerHistory with(List<Signal> seen) {
        return new CallerHistory(calls, flag, abusive, seen);
    }
}
