package dev.amends.caller;

import java.time.Duration;

/**
 * Who counts as a repeat or flagged caller.
 *
 * @param repeatCalls earlier calls within {@code repeatWindow} that make a caller a repeat caller
 * @param redialWindow how soon after hanging up in the queue a new call counts as a redial
 * @param flagFades how long a flag lasts
 */
public record RecognitionSettings(
        int repeatCalls, Duration repeatWindow, Duration redialWindow, Duration flagFades) {}
