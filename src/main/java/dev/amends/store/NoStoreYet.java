package dev.amends.store;

import java.nio.file.Path;

/**
 * There is no store at this place, though there could be one. Only a running Amends makes it, so
 * that it belongs to the user who runs Amends and not to whoever looked first.
 */
public final class NoStoreYet extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoStoreYet(Path file) {
        super("there is no store " + file + " yet; Amends makes it when it runs: amends run");
    }
}
