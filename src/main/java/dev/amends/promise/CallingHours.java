package dev.amends.promise;

import dev.amends.line.Hours;

import java.util.List;

/**
 * When one person may be called, by the clocks of where his number may ring: only when it is time
 * on all of them.
 *
 * @param known whether anything is known of where it rings; if not he may never be called
 * @param clocks the hours on each clock; none at all means at any time
 */
public record CallingHours(boolean known, List<Hours> clocks) {

    /** At any time. */
    public static final CallingHours ANYTIME = new CallingHours(true, List.of());

    /** Not known where his number rings: the strictest of all is never. */
    public static final CallingHours UNKNOWN = new CallingHours(false, List.of());

    public CallingHours {
        clocks = List.copyOf(clocks);
    }
}
