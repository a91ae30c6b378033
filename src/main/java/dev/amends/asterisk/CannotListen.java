package dev.amends.asterisk;

/** The address for turns can't be had. The message says which and what to do. */
public final class CannotListen extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotListen(TurnServerSettings settings, Throwable cause) {
        super(
                "Cannot listen for turns on port %d of %s (%s). End the program that holds the port, or set asterisk.agi_listen and asterisk.agi_port to an address of this machine that is free."
                        .formatted(settings.port(), settings.host(), reason(cause)),
                cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? "no such address" : message;
    }
}
