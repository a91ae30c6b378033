package dev.amends.asterisk;

/** What came over a FastAGI connection is not what an Asterisk of ours sends. */
final class MalformedTurn extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedTurn(String why) {
        // No stack trace: whoever connects can cause it as often as he likes.
        super(why, null, false, false);
    }
}
