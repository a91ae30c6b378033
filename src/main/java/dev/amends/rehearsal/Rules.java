package dev.amends.rehearsal;

import dev.amends.caller.RecognitionPolicy;
import dev.amends.dialing.LaunchSettings;
import dev.amends.line.Line;
import dev.amends.promise.RetryPolicy;

import java.time.Duration;

/**
 * The settings under rehearsal, as the policies obey them.
 *
 * @param retry what becomes of a promise after each try
 * @param calls how promised callers are called
 */
public record Rules(Line line, RecognitionPolicy recognition, RetryPolicy retry, Calls calls) {

    /**
     * How promised callers are called.
     *
     * @param ring how long their phones ring at most
     * @param atMostPlaced how many placeholders and promised calls there are at a time
     */
    public record Calls(Duration ring, int atMostPlaced, LaunchSettings launch) {}
}
