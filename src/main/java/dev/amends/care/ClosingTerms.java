package dev.amends.care;

import java.util.Optional;

/**
 * What a line asks when a call is over.
 *
 * @param closing whether its reps say what came of it
 * @param team who can have to do what was promised besides the rep: a name, or a phone
 * @param ringBack whether a rep who has hung up first is rung for it
 * @param survey whether its callers are asked how it was
 */
public record ClosingTerms(
        boolean closing, Optional<String> team, boolean ringBack, boolean survey) {

    /** Nothing. */
    public static final ClosingTerms NONE = new ClosingTerms(false, Optional.empty(), false, false);
}
