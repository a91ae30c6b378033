package dev.amends.faults;

import java.time.Duration;
import java.util.Set;

/**
 * One way to break something.
 *
 * @param fault the fault of which it is a case, such as {@code F1}
 * @param name what is done
 * @param takes about how long it takes
 * @param holds what must hold
 */
record FaultCase(String fault, String name, Duration takes, Set<Invariant> holds, Play play) {

    FaultCase {
        holds = Set.copyOf(holds);
    }

    /** What is done on the bench, from its first start to the end of every promise. */
    @FunctionalInterface
    interface Play {
        /** Breaks something and puts it right. */
        void on(Bench bench) throws Exception;
    }
}
