package dev.amends.reception;

import dev.amends.promise.AttemptId;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of the dialogue with somebody whom we called. The first turn brings the bare attempt
 * id.
 *
 * @param at where in the dialogue he is
 */
record CalledState(AttemptId attempt, At at) {

    private static final Pattern TEXT = Pattern.compile("1:([a-z]{1,12}):([0-9a-f]{32})");

    /** Where in the dialogue. */
    enum At {
        /** He just answered. */
        ANSWERED,
        /** Asked for a key. */
        ASKED,
        /** Asked for a key once more. */
        REMINDED,
        /** On his way to the rep who waits for him. */
        MEETING,
        /** That rep has gone: on his way to the next one. */
        HOLDING
    }

    CalledState to(At next) {
        return new CalledState(attempt, next);
    }

    String text() {
        return "1:" + CallerState.word(at) + ':' + attempt.value();
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
                .map(at -> new CalledState(new AttemptId(m.group(2)), at));
    }
}
