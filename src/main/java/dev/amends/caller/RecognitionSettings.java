package dev.amends.caller;

import java.time.Duration;

/**
 * Who counts as a repeat or flagged caller, and what that says of his temper.
 *
 * @param repeatCalls earlier calls within {@code repeatWindow} that make a caller a repeat caller
 * @param redialWindow how soon after hanging up in the queue a new call counts as a redial
 * @param flagFades how long a flag lasts
 * @param temper how much each of this counts
 */
public record RecognitionSettings(
        int repeatCalls,
        Duration repeatWindow,
        Duration redialWindow,
        Duration flagFades,
        TemperSettings temper) {

    /** With the usual points. */
    public RecognitionSettings(
            int repeatCalls, Duration repeatWindow, Duration redialWindow, Duration flagFades) {
        this(repeatCalls, repeatWindow, redialWindow, flagFades, TemperSettings.USUAL);
    }
}
