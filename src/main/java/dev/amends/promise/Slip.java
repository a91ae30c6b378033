package dev.amends.promise;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What was done for a promise since it ran late.
 *
 * @param raisedAt when he was moved up in the one order
 * @param given how many new windows he was given
 * @param givenAt when the last one
 * @param handedAt when it was handed to a person; nothing once he was given or told another window
 * @param telling how he was told of the last window
 */
public record Slip(
        Optional<Instant> raisedAt,
        int given,
        Optional<Instant> givenAt,
        Optional<Instant> handedAt,
        Telling telling) {

    /** Nothing yet. */
    public static final Slip NONE =
            new Slip(
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    new Telling(0, false, Optional.empty(), Optional.empty()));

    /**
     * The message and the calls that were to tell him of his last window.
     *
     * @param calls how many there were, not counting those that were surely not dialled
     * @param heard whether he, or his machine, heard it
     * @param last when the last of them ended
     * @param lastVoid when the last one ended that was not dialled
     * @param message what became of the one message, if there was one
     */
    public record Telling(
            int calls,
            boolean heard,
            Optional<Instant> last,
            Optional<Instant> lastVoid,
            Optional<Message> message) {

        /** By calls alone. */
        public Telling(
                int calls, boolean heard, Optional<Instant> last, Optional<Instant> lastVoid) {
            this(calls, heard, last, lastVoid, Optional.empty());
        }

        private boolean sent() {
            return message.equals(Optional.of(Message.SENT));
        }
    }

    /** How far the message of a window has come; there is at most one for each window. */
    public enum Message {
        /** Recorded before it went out; so it stays when nobody saw what came of it. */
        SENDING,
        SENT,
        /** It was not, or it is not known whether it was. */
        FAILED;

        /** Its name in the store. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same, moved up. */
    public Slip raised(Instant now) {
        return new Slip(Optional.of(now), given, givenAt, handedAt, telling);
    }

    /** The same, given one more window. */
    public Slip givenAnother(Instant now) {
        return new Slip(raisedAt, given + 1, Optional.of(now), Optional.empty(), NONE.telling());
    }

    /** The same, with a message of that window about to go out. */
    public Slip writing() {
        Telling writing =
                new Telling(
                        telling.calls(),
                        telling.heard(),
                        telling.last(),
                        telling.lastVoid(),
                        Optional.of(Message.SENDING));
        return new Slip(raisedAt, given, givenAt, handedAt, writing);
    }

    /** Whether he was given a window of which he has neither heard nor been sent a message. */
    public boolean unheard() {
        return given > 0 && !telling.heard() && !telling.sent();
    }

    /** Whether a person has it already, as far as the window goes that he was given last. */
    public boolean handedOver() {
        return handedAt.isPresent();
    }
}
