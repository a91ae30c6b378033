package dev.amends.reception;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * A fact that costs something to find, such as a look into the store: found when a dialogue asks
 * for it, once, and not at all in the many turns that don't. For one turn, so for one thread.
 */
public final class LookedUp<T> {

    private final Supplier<T> looks;
    private @Nullable T found;

    LookedUp(Supplier<T> looks) {
        this.looks = looks;
    }

    /** One that is known already. */
    public static <T> LookedUp<T> of(T known) {
        return new LookedUp<>(() -> known);
    }

    /** One that may not be looked up in this turn: who asks for it gets {@link NotAtHand}. */
    static <T> LookedUp<T> notAtHand() {
        return new LookedUp<>(() -> {
            throw NotAtHand.IT_IS;
        });
    }

    /** A dialogue asked for a fact that is not in memory. Thrown often, so without a trace. */
    static final class NotAtHand extends RuntimeException {
        private static final NotAtHand IT_IS = new NotAtHand();

        private NotAtHand() {
            super("not in memory", null, false, false);
        }
    }

    T value() {
        T value = found;
        if (value == null) {
            value = looks.get();
            found = value;
        }
        return value;
    }
}
