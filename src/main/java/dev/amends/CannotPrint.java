package dev.amends;

import org.jspecify.annotations.Nullable;

/** The files for Asterisk can't be printed as things are; the message says what to do. */
final class CannotPrint extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotPrint(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
