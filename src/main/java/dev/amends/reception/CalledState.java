package dev.amends.reception;

import dev.amends.promise.AttemptId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of the dialogue with somebody whom we called. The first turn brings the bare attempt
 * id.
 *
 * @param at where in the dialogue he is
 * @param repeats how often the present question was asked again
 * @param time from when the times are counted that he chooses from, once he is asked
 */
record CalledState(AttemptId attempt, At at, int repeats, Instant time) {

    private static final Pattern TEXT =
            Pattern.compile("2:([a-z]{1,12}):(\\d):(\\d{1,15}):([0-9a-f]{32})");

    /** Where in the dialogue. */
    enum At {
        /** He just answered. */
        ANSWERED,
        /** Asked for a key. */
        ASKED,
        /** Asked for a key once more. */
        REMINDED,
        /** Wants to be called later: asked when. */
        WHEN,
        /** Asked whether the call may be recorded. */
        CONSENT,
        /** On his way to the rep who waits for him. */
        MEETING,
        /** That rep has gone, or there was none yet: on his way to the next one. */
        HOLDING
    }

    CalledState(AttemptId attempt, At at) {
        this(attempt, at, 0, Instant.EPOCH);
    }

    CalledState to(At next) {
        return new CalledState(attempt, next, 0, time);
    }

    /** Asked when, with times counted from now. */
    CalledState when(Instant now) {
        return new CalledState(attempt, At.WHEN, 0, now.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Asked the same again. */
    CalledState again() {
        return new CalledState(attempt, at, repeats + 1, time);
    }

    String text() {
        return "2:"
                + CallerState.word(at)
                + ':'
                + repeats
                + ':'
                + time.toEpochMilli()
                + ':'
                + attempt.value();
    }

    static Optional<CalledState> read(String text) {
        if (AttemptId.fits(text)) {
            return Optional.of(new CalledState(new AttemptId(text), At.ANSWERED));
        }
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        return CallerState.one(At.values(), m.group(1))
                .map(at ->
                        new CalledState(
                                new AttemptId(m.group(4)),
                                at,
                                Integer.parseInt(m.group(2)),
                                Instant.ofEpochMilli(Long.parseLong(m.group(3)))));
    }
}
