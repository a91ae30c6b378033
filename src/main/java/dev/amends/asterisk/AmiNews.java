package dev.amends.asterisk;

import dev.amends.dialing.Hint;

import java.util.function.Consumer;

/**
 * Whom the link to the PBX wakes. All are called on the link's own thread and must return at once.
 *
 * @param hint something happened with an attempt or a promise
 * @param floorChanged somebody joined or left a queue, or a rep does something else
 * @param resynced the floor is complete again, after a connect or because events were lost
 */
public record AmiNews(Consumer<Hint> hint, Runnable resynced, Runnable floorChanged) {

    /** Where nobody wants to know of every change. */
    public AmiNews(Consumer<Hint> hint, Runnable resynced) {
        this(hint, resynced, () -> {});
    }
}
