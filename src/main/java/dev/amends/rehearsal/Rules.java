package dev.amends.rehearsal;

import dev.amends.caller.RecognitionSettings;
import dev.amends.caller.TemperPolicy;
import dev.amends.dialing.LaunchSettings;
import dev.amends.line.Line;
import dev.amends.promise.RetryPolicy;
import dev.amends.routing.SeniorTerms;

import java.time.Duration;

/**
 * The settings under rehearsal, as the policies obey them.
 *
 * @param recognition who is upset
 * @param seniors how upset callers reach them
 * @param retry what becomes of a promise after each try
 * @param calls how promised callers are called
 */
public record Rules(
        Line line,
        RecognitionSettings recognition,
        SeniorTerms seniors,
        RetryPolicy retry,
        Calls calls) {

    /** Where no senior is kept free. */
    public Rules(Line line, RecognitionSettings recognition, RetryPolicy retry, Calls calls) {
        this(line, recognition, SeniorTerms.NONE, retry, calls);
    }

    /** How upset somebody is. */
    TemperPolicy temper() {
        return new TemperPolicy(recognition);
    }

    /** The share of callers who come first as upset, at most. */
    int mostUpsetPercent() {
        return recognition.temper().mostPercent();
    }

    /**
     * How promised callers are called.
     *
     * @param ring how long their phones ring at most
     * @param atMostPlaced how many placeholders and promised calls there are at a time
     */
    public record Calls(Duration ring, int atMostPlaced, LaunchSettings launch) {}
}
