package dev.amends.care;

import dev.amends.promise.ActionPromise;

import java.time.Instant;
import java.util.Optional;

/**
 * What a rep says came of a call.
 *
 * @param call which one
 * @param rep as his queue knows him; empty when that is not known
 * @param mistake whose it was, if he said so
 * @param remedy what is done about it, if he said so
 * @param promised the action that was promised, if one was
 */
public record Closing(
        CallRef call,
        String rep,
        Came came,
        Optional<Mistake> mistake,
        Optional<Remedy> remedy,
        Optional<ActionPromise.Open> promised,
        Instant at) {

    /** What came of it. */
    public enum Came {
        SOLVED("solved"),
        NOT_SOLVED("not-solved"),
        PROMISED("promised");

        private final String word;

        Came(String word) {
            this.word = word;
        }

        /** The word for the record. */
        public String word() {
            return word;
        }
    }

    /** Whose mistake it was. */
    public enum Mistake {
        OURS("ours"),
        HIS("his"),
        ANOTHER("another"),
        NOBODY("nobody");

        private final String word;

        Mistake(String word) {
            this.word = word;
        }

        /** The word for the record. */
        public String word() {
            return word;
        }
    }

    /** What is done about it. */
    public enum Remedy {
        PUT_RIGHT("put-right"),
        MADE_GOOD("made-good"),
        PASSED_ON("passed-on"),
        NOTHING("nothing");

        private final String word;

        Remedy(String word) {
            this.word = word;
        }

        /** The word for the record. */
        public String word() {
            return word;
        }
    }
}
