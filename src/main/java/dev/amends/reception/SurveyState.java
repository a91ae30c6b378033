package dev.amends.reception;

import dev.amends.caller.CallId;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of the two questions after a call. The first turn brings the bare id of the call, or of
 * the attempt by which we had called him.
 *
 * @param repeats how often the present question was asked again
 */
record SurveyState(CallId call, At at, int repeats) {

    private static final Pattern TEXT = Pattern.compile("1/([a-z]{1,12})/(\\d)/(.{1,80})");

    /** Where he is. */
    enum At {
        /** He has not been asked yet. */
        BEGIN,
        /** Asked for a mark. */
        MARK,
        /** Asked whether it is solved. */
        SOLVED
    }

    SurveyState to(At next) {
        return new SurveyState(call, next, 0);
    }

    /** Asked the same again. */
    SurveyState again() {
        return new SurveyState(call, at, repeats + 1);
    }

    String text() {
        return "1/" + CallerState.word(at) + '/' + repeats + '/' + call.value();
    }

    static Optional<SurveyState> read(String text) {
        if (CallId.fits(text)) {
            return Optional.of(new SurveyState(new CallId(text), At.BEGIN, 0));
        }
        Matcher m = TEXT.matcher(text);
        return m.matches() && CallId.fits(m.group(3))
                ? CallerState.one(At.values(), m.group(1))
                        .map(at ->
                                new SurveyState(
                                        new CallId(m.group(3)), at, Integer.parseInt(m.group(2))))
                : Optional.empty();
    }
}
