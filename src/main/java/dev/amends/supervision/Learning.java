package dev.amends.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is on record of a time, for reports. */
public interface Learning {

    /** Within so many days somebody who is not helped calls again. */
    Duration AGAIN = Duration.ofDays(7);

    /** No more calls, the newest, are looked at, and no more of anything else. */
    int MOST = 200_000;

    /** From one moment up to another one. */
    record Span(Instant from, Instant to) {}

    /** The calls that came. */
    List<Called> calls(Span span);

    /** What was seen of their callers. */
    List<Seen> seen(Span span);

    /** What reps said of them, the newest first. */
    List<Closed> closed(Span span);

    /** What callers said of them, the newest first. */
    List<Surveyed> surveyed(Span span);

    /** What was promised. */
    List<Promised> promised(Span span);

    /**
     * A call that somebody made.
     *
     * @param route to whom it was brought first
     * @param reason what it was about, if that is known
     * @param waited until a rep was there
     * @param hungUpAfter he waited so long and hung up
     * @param before whether he had called within {@link #AGAIN} before; nothing when nobody knows
     *     who he was
     * @param again whether he called again within it, on the same line; the same
     */
    record Called(
            String id,
            String line,
            Instant at,
            String route,
            String reason,
            Optional<Duration> waited,
            Optional<Duration> hungUpAfter,
            Optional<Boolean> before,
            Optional<Boolean> again) {}

    /**
     * A signal of a call.
     *
     * @param rep who saw it, as his queue knows him; empty when nobody did
     */
    record Seen(String call, String kind, String rep) {}

    /** A rep's word on a call. */
    record Closed(
            String call,
            String line,
            String rep,
            String came,
            Optional<String> mistake,
            Optional<String> remedy) {}

    /** A caller's word on a call. */
    record Surveyed(String call, Optional<Integer> mark, Optional<Boolean> solved) {}

    /**
     * A promise.
     *
     * @param what {@code call}, or the kind of an action
     * @param call in which it was made; empty when it was made otherwise
     * @param owner of an action
     */
    record Promised(String what, String line, String call, String owner, Fate fate) {}

    /** What became of a promise. */
    enum Fate {
        OPEN,
        IN_TIME,
        LATE,
        BROKEN,
        WITHDRAWN;

        /** Whether it says how promises are kept. */
        public boolean judged() {
            return this == IN_TIME || this == LATE || this == BROKEN;
        }
    }
}
