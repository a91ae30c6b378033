package dev.amends.line;

/**
 * Somebody in a queue: a live caller, or the placeholder of a promised one.
 *
 * @param id the call's id, or the attempt's id for a placeholder
 */
public record Waiting(String id, EffectiveArrival arrival) {

    /** An attempt's id is so long; a call's own id, two numbers with a dot, is never like one. */
    private static final int LENGTH_OF_ATTEMPT = 32;

    /**
     * Whether he was promised a call and is not on the line. A loop: this is asked of everybody in
     * a queue at every turn.
     */
    public boolean promised() {
        if (id.length() != LENGTH_OF_ATTEMPT) {
            return false;
        }
        for (int at = 0; at < LENGTH_OF_ATTEMPT; at++) {
            if (!isHexDigit(id.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHexDigit(char character) {
        return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
    }
}
