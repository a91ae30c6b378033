package dev.amends.dialing;

import java.util.Set;

/** Turns the tick by hand, for whoever has a time of his own. */
public final class Crank {

    private Crank() {}

    /** One tick, woken by these hints. */
    public static void turn(Dialing dialing, Set<Hint> hints) {
        dialing.tick(hints);
    }

    /** One look at promised actions. */
    public static void turn(OwnerCalls owners) {
        owners.tick();
    }
}
