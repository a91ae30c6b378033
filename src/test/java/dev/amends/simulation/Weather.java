package dev.amends.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Whether something goes wrong now. From a certain hour on nothing does any more. */
final class Weather {

    private final Fate fate;
    private final Trace trace;
    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
    private Optional<Instant> calmSince = Optional.empty();

    Weather(Fate fate, Trace trace) {
        this.fate = fate;
        this.trace = trace;
    }

    boolean rough() {
        return calmSince.isEmpty();
    }

    /** Whether nothing has gone wrong for so long. */
    boolean calmFor(Duration time, Instant now) {
        return calmSince.filter(since -> !since.plus(time).isAfter(now)).isPresent();
    }

    void clears(Instant now) {
        calmSince = Optional.of(now);
        trace.note("the weather clears");
    }

    /** Whether this fault strikes this step. */
    boolean strikes(Fault fault) {
        if (!rough() || !fate.oneIn(fault.oneIn)) {
            return false;
        }
        count(fault);
        return true;
    }

    /** It has come over the whole place. */
    void count(Fault fault) {
        struck.merge(fault, 1, Integer::sum);
        trace.note("FAULT " + fault.words);
    }

    Fate fate() {
        return fate;
    }

    /** How often each has struck. */
    Map<Fault, Integer> struck() {
        return struck;
    }
}
