package dev.amends.staff;

import java.time.Duration;
import java.time.Instant;

/**
 * A call with an upset or abusive caller that is over for its rep.
 *
 * @param call the telephone system's id of it, or ours if we had called
 * @param line its line's name
 * @param rep the rep as the dialplan knows him: a device's name, maybe without its options
 * @param why one word: upset, abusive, limit, taken
 * @param wrapUp what the queue gives him to write things down
 */
public record HardCall(
        String call, String line, String rep, String why, Duration wrapUp, Instant ended) {

    /** Whether a queue's member of this name is that rep. */
    public boolean by(String device) {
        return device.equals(rep) || device.startsWith(rep + '/');
    }
}
