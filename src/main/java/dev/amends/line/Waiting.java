package dev.amends.line;

import java.util.regex.Pattern;

/**
 * Somebody in a queue: a live caller, or the placeholder of a promised one.
 *
 * @param id the call's id, or the attempt's id for a placeholder
 */
public record Waiting(String id, EffectiveArrival arrival) {

    /** An attempt's id; a call's own id is never like one. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[0-9a-f]{32}");

    /** Whether he was promised a call and is not on the line. */
    public boolean promised() {
        return PLACEHOLDER.matcher(id).matches();
    }
}
