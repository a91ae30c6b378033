package dev.amends.promise;

import dev.amends.line.Hours;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether somebody may be called at a moment: the line must be open, as somebody has to speak with
 * him, and it must be within calling hours by every clock that may hang on his wall. First rule
 * that speaks gives the reason.
 */
public final class CallTimePolicy {

    /** So many closings are stepped over in search of a time that suits the line and him. */
    private static final int MOST_STEPS = 100;

    private CallTimePolicy() {}

    /** Whether his phone may ring at this moment. */
    public static CallTime decide(Hours line, CallingHours called, Instant at) {
        return decide(line, called, at, line::opens);
    }

    /** The same for a call that is promised for this moment: not just before the line closes. */
    public static CallTime promised(Hours line, CallingHours called, Instant at) {
        return decide(line, called, at, line::promises);
    }

    private static CallTime decide(
            Hours line,
            CallingHours called,
            Instant at,
            Function<Instant, Optional<Instant>> nextOnLine) {
        if (!called.known()) {
            return new CallTime.Never("it is not known by which clock he lives");
        }
        Optional<Instant> first = first(called, at, nextOnLine);
        if (first.isEmpty()) {
            return new CallTime.Never("there is no time that suits the line's hours and his");
        }
        return first.get().equals(at)
                ? new CallTime.Now("within all hours")
                : new CallTime.Later(first.get(), why(line, called, at));
    }

    private static String why(Hours line, CallingHours called, Instant at) {
        if (!line.open(at)) {
            return "the line is closed";
        }
        return called.clocks().stream()
                .filter(clock -> !clock.open(at))
                .findFirst()
                .map(clock -> "it is outside calling hours in " + clock.zone())
                .orElse("the line closes too soon");
    }

    /** The first moment that suits everybody. */
    private static Optional<Instant> first(
            CallingHours called, Instant at, Function<Instant, Optional<Instant>> nextOnLine) {
        Instant time = at;
        for (int step = 0; step < MOST_STEPS; step++) {
            Instant before = time;
            Optional<Instant> next = nextOnLine.apply(time);
            for (Hours clock : called.clocks()) {
                next = next.flatMap(clock::opens);
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            time = next.get();
            if (time.equals(before)) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }
}
