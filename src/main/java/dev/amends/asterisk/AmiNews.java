package dev.amends.asterisk;

import dev.amends.dialing.Hint;

import java.util.function.Consumer;

/**
 * Whom the link to the PBX wakes. Both are called on the link's own thread and must return at once.
 *
 * @param hint something happened with an attempt or a promise
 * @param resynced the floor is complete again, after a connect or because events were lost
 */
public record AmiNews(Consumer<Hint> hint, Runnable resynced) {}
