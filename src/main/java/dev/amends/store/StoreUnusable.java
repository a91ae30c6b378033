package dev.amends.store;

import java.nio.file.Path;

/** The store's file can't be used. Nothing in it was changed. A person has to do something. */
public final class StoreUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final String fix;

    StoreUnusable(Path file, String problem, String fix) {
        super("the store " + file + " " + problem + "; " + fix);
        this.problem = problem;
        this.fix = fix;
    }

    /** What is wrong with it, such as {@code is a directory}. */
    public String problem() {
        return problem;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }
}
