package dev.amends.cli;

import java.nio.file.Path;

/** Where a command gets the program that it acts on. */
public interface Programs {

    /** The program for a settings file, whatever is wrong with that; only the settings are read. */
    Program open(Path settings, Needs needs);

    /** What a command can't do without. Whoever may not read the rest can still use it. */
    enum Needs {
        /** The settings; the store, where it asks for one. */
        SETTINGS,

        /** The secrets between Amends and its telephone system as well. */
        SECRETS
    }
}
