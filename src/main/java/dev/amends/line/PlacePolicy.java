package dev.amends.line;

import java.util.List;
import java.util.OptionalInt;

/** The one order: a caller's position is 1 + the number of those waiting who came earlier. */
public final class PlacePolicy {

    private PlacePolicy() {}

    /**
     * The position to join at, from 1; nothing when nobody waiting came later, so that he simply
     * joins at the end and two who come at the same moment cannot pass each other.
     *
     * @param waiting everybody in the queue but himself, in any order
     */
    public static OptionalInt position(EffectiveArrival mine, List<Waiting> waiting) {
        long earlier = waiting.stream().filter(w -> w.arrival().compareTo(mine) <= 0).count();
        return earlier == waiting.size() ? OptionalInt.empty() : OptionalInt.of((int) earlier + 1);
    }
}
