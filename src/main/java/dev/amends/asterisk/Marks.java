package dev.amends.asterisk;

import dev.amends.caller.CallId;
import dev.amends.dialing.ServedCall;
import dev.amends.dialing.Witness;
import dev.amends.promise.AttemptOutcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the marks that the dialplan leaves in Asterisk's own database. */
final class Marks {

    /** The mark of a promise whose speaking has begun. */
    static final String SAID = "said";

    private static final Pattern SERVED = Pattern.compile("served:([0-9]{1,9}):(.{1,80})");
    private static final Pattern BRIDGED =
            Pattern.compile("bridged:([0-9]{1,11}):([0-9.]{1,40})(?::([0-9]{1,11}))?");
    private static final Pattern ANSWERED = Pattern.compile("answered:([0-9.]{1,40})");
    private static final Pattern END =
            Pattern.compile("end:([A-Z]{1,20}):([0-9]{1,9})(?::([0-9]{1,9}))?");

    /** Longer than any call may be: as long as this one might. */
    private static final Duration CANNOT_BE_TOLD = Duration.ofDays(1);

    private Marks() {}

    /** How far an attempt came, by its mark. What can't be read is not known. */
    static Witness read(String mark) {
        if (mark.equals("dialing")) {
            return new Witness.Dialing();
        }
        Matcher answered = ANSWERED.matcher(mark);
        if (answered.matches()) {
            return new Witness.Answered(answered.group(1));
        }
        Matcher bridged = BRIDGED.matcher(mark);
        if (bridged.matches()) {
            return new Witness.Bridged(
                    Instant.ofEpochSecond(Long.parseLong(bridged.group(1))),
                    bridged.group(2),
                    held(bridged.group(3)));
        }
        Matcher end = END.matcher(mark);
        return end.matches()
                ? end(end.group(1), Integer.parseInt(end.group(2)), open(end.group(3)))
                : new Witness.Ended(AttemptOutcome.UNKNOWN, CANNOT_BE_TOLD);
    }

    /** The dialplan of an earlier release does not tell it. */
    private static Duration held(@Nullable String seconds) {
        return Duration.ofSeconds(seconds == null ? 0 : Long.parseLong(seconds));
    }

    /** How long a rep was there for a caller who rang again, if that is what the mark says. */
    static Optional<ServedCall> served(String mark) {
        Matcher served = SERVED.matcher(mark);
        return served.matches() && CallId.fits(served.group(2))
                ? Optional.of(
                        new ServedCall(
                                new CallId(served.group(2)),
                                Duration.ofSeconds(Integer.parseInt(served.group(1)))))
                : Optional.empty();
    }

    private static Duration open(@Nullable String seconds) {
        return seconds == null ? CANNOT_BE_TOLD : Duration.ofSeconds(Integer.parseInt(seconds));
    }

    private static Witness end(String why, int number, Duration open) {
        return switch (why) {
            case "BRIDGED" -> new Witness.Spoke(Duration.ofSeconds(number), open);
            case "NOTNOW" -> new Witness.Ended(AttemptOutcome.NOT_NOW, open);
            case "NOLONGER" -> new Witness.Ended(AttemptOutcome.NO_LONGER_NEEDED, open);
            case "NOKEY", "HUNGUP" -> new Witness.Ended(AttemptOutcome.NO_KEY, open);
            case "GAVEUP" -> new Witness.Ended(AttemptOutcome.GAVE_UP_HOLDING, open);
            default -> unanswered(HangupCauses.outcome(why, number));
        };
    }

    private static Witness unanswered(AttemptOutcome outcome) {
        return outcome == AttemptOutcome.UNKNOWN
                ? new Witness.Ended(outcome, CANNOT_BE_TOLD)
                : new Witness.Ended(outcome);
    }

    /** A whole number that Asterisk wrote, if it is one. */
    static OptionalLong number(String text) {
        return text.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
