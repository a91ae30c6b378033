package dev.amends.reception;

import dev.amends.promise.AttemptId;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of the dialogue with the owner of a promised action. The first turn brings the bare id
 * of the attempt by which he was rung.
 *
 * @param asked whether he has heard the question
 * @param repeats how often it was asked again
 */
record AskedState(AttemptId attempt, boolean asked, int repeats) {

    private static final Pattern TEXT = Pattern.compile("1:(\\d):([0-9a-f]{32})");

    /** He has heard it now. */
    AskedState heard() {
        return new AskedState(attempt, true, repeats);
    }

    /** Asked the same again. */
    AskedState again() {
        return new AskedState(attempt, true, repeats + 1);
    }

    String text() {
        return "1:" + repeats + ':' + attempt.value();
    }

    static Optional<AskedState> read(String text) {
        if (AttemptId.fits(text)) {
            return Optional.of(new AskedState(new AttemptId(text), false, 0));
        }
        Matcher m = TEXT.matcher(text);
        return m.matches()
                ? Optional.of(
                        new AskedState(
                                new AttemptId(m.group(2)), true, Integer.parseInt(m.group(1))))
                : Optional.empty();
    }
}
