package dev.amends.reception;

import dev.amends.caller.PhoneNumber;
import dev.amends.promise.AttemptId;
import dev.amends.reception.CallerState.Typing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole state of the dialogue with a caller whose rep says that it will take a while. It
 * travels with the call; its text begins with the version. The first turn brings {@code
 * new:TIMES:ATTEMPT:REP}, how often his reps have said so in this call, the attempt if it is a
 * promised call, and his rep as the queue knows him.
 *
 * @param at where in the dialogue he is
 * @param step number of this turn, apart from those of the dialogue he had before
 * @param repeats how often the present question was asked again
 * @param time from when the times were counted that he chooses from, and then the one he chose
 * @param typing what he has keyed in so far instead of the number he calls from
 * @param attempt the promised call that this is, if it is one
 * @param rep the name of his rep's device, not yet checked
 */
record LaterState(
        At at,
        int step,
        int repeats,
        Instant time,
        Typing typing,
        Optional<AttemptId> attempt,
        String rep) {

    /** Steps of one use; those of the dialogue before it stay below. */
    private static final int STEPS = 1000;

    private static final String REST = "([0-9a-f]{32})?:([A-Za-z0-9/_.@-]{0,121})";
    private static final Pattern NEW = Pattern.compile("new:([1-9][0-9]{0,2}):" + REST);
    private static final Pattern TEXT =
            Pattern.compile(
                    "1:([a-z_]{1,12}):(\\d{1,6}):(\\d):(\\d{1,15}):(\\d):(\\+[1-9]\\d{4,14})?:"
                            + REST);

    /** Where in the dialogue. */
    enum At {
        /** His rep has just said so. */
        BEGUN,
        /** To hold or to be called. */
        CHOICE,
        /** When to be called. */
        TIME,
        /** Whether the number is right. */
        NUMBER,
        /** Asked to key in a number. */
        TYPING,
        /** On hold. */
        HOLDING,
        /** His rep did not come back in time. */
        NOT_BACK,
        /** On his way to any rep. */
        TO_ANYBODY
    }

    /** The next turn's state, at another place. */
    LaterState to(At next) {
        return new LaterState(next, step + 1, 0, time, typing, attempt, rep);
    }

    /** The same, with another time. */
    LaterState with(Instant other) {
        return new LaterState(at, step, repeats, other, typing, attempt, rep);
    }

    /** The next turn's state, with the same question asked again. */
    LaterState again() {
        return new LaterState(at, step + 1, repeats + 1, time, typing, attempt, rep);
    }

    /** The next turn's state, asking for a number once more. */
    LaterState toTyping() {
        Typing more = new Typing(typing.tries() + 1, Optional.empty());
        return new LaterState(At.TYPING, step + 1, 0, time, more, attempt, rep);
    }

    /** The next turn's state, with the number that he keyed in to be read back. */
    LaterState typed(PhoneNumber number) {
        Typing done = new Typing(typing.tries(), Optional.of(number));
        return new LaterState(At.NUMBER, step + 1, 0, time, done, attempt, rep);
    }

    /** As it travels: in the alphabet of a turn's answer. */
    String text() {
        return "1:"
                + CallerState.word(at)
                + ':'
                + step
                + ':'
                + repeats
                + ':'
                + time.toEpochMilli()
                + ':'
                + typing.tries()
                + ':'
                + typing.number().map(PhoneNumber::e164).orElse("")
                + ':'
                + attempt.map(AttemptId::value).orElse("")
                + ':'
                + rep;
    }

    /** The state that a text means; nothing for another version or a text that is not ours. */
    static Optional<LaterState> read(String text, Instant now) {
        Matcher begun = NEW.matcher(text);
        if (begun.matches()) {
            int step = Integer.parseInt(begun.group(1)) * STEPS;
            return Optional.of(
                    new LaterState(
                            At.BEGUN,
                            step,
                            0,
                            now,
                            Typing.NOTHING,
                            attempt(begun.group(2)),
                            begun.group(3)));
        }
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        return CallerState.one(At.values(), m.group(1))
                .map(at ->
                        new LaterState(
                                at,
                                Integer.parseInt(m.group(2)),
                                Integer.parseInt(m.group(3)),
                                Instant.ofEpochMilli(Long.parseLong(m.group(4))),
                                new Typing(
                                        Integer.parseInt(m.group(5)),
                                        Optional.ofNullable(m.group(6)).map(PhoneNumber::new)),
                                attempt(m.group(7)),
                                m.group(8)));
    }

    private static Optional<AttemptId> attempt(@Nullable String id) {
        return Optional.ofNullable(id).map(AttemptId::new);
    }
}
