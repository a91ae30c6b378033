package dev.amends.cli;

/**
 * What a command's exit code means, the same for all of them. A monitoring system that knows the
 * plugins of Nagios understands the doctor's: fine, warning, problem, not known.
 */
final class ExitCode {

    static final int OK = 0;

    /** Usable, but something should be mended. */
    static final int WARNINGS = 1;

    /**
     * The order was refused, or failed: also where an option says what can't be, such as a time or
     * a line that there is not.
     */
    static final int REFUSED = 1;

    /** What was looked at can't be used as it is. */
    static final int PROBLEMS = 2;

    /**
     * Nothing was done or looked at: options that are missing, unknown, of another kind or don't go
     * together, or settings that can't be used.
     */
    static final int WRONG = 3;

    private ExitCode() {}
}
