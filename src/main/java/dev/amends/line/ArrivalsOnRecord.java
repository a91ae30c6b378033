package dev.amends.line;

import java.util.Collection;
import java.util.Map;

/**
 * Effective arrivals as they were written down: what a restarted program needs to know the one
 * order again.
 */
public interface ArrivalsOnRecord {

    /** The arrivals on record of these calls and attempts; ids without a record are left out. */
    Map<String, EffectiveArrival> of(Collection<String> ids);
}
