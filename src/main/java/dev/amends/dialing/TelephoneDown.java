package dev.amends.dialing;

/** The telephone system did not do or answer what was asked. It is worth trying again later. */
public final class TelephoneDown extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TelephoneDown(String message) {
        super(message);
    }

    public TelephoneDown(String message, Throwable cause) {
        super(message, cause);
    }
}
