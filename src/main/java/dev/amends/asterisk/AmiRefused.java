package dev.amends.asterisk;

/** The PBX answered an action with an error, such as a missing right. */
final class AmiRefused extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final String reason;

    AmiRefused(String action, String reason) {
        super("The PBX refused " + action + ": " + reason);
        this.reason = reason;
    }

    /** Asterisk's own words. */
    String reason() {
        return reason;
    }
}
