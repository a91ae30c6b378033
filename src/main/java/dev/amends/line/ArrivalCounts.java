package dev.amends.line;

import java.time.Instant;

/** How many callers came to each line, hour by hour, as it was written down. */
@FunctionalInterface
public interface ArrivalCounts {

    /** The counts of one line from that moment on. */
    PastArrivals since(LineName line, Instant from);
}
