package dev.amends.reception;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * A fact that costs a look into the store: looked up when a dialogue asks for it, once, and not at
 * all for the many turns that don't. For one turn, so for one thread.
 */
final class LookedUp<T> {

    private final Supplier<T> looks;
    private @Nullable T found;

    LookedUp(Supplier<T> looks) {
        this.looks = looks;
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
