package dev.amends.cli;

/** What a command's exit code means. */
final class ExitCode {

    static final int OK = 0;

    /** Refused, or something was found that should be mended. */
    static final int REFUSED = 1;

    /** Wrong usage, or settings that can't be used. */
    static final int WRONG = 2;

    private ExitCode() {}
}
