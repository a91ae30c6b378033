package dev.amends.reception;

import dev.amends.caller.PhoneNumber;
import dev.amends.promise.CallingHours;
import dev.amends.speech.Prompt;

import java.util.List;

/** Whom he would have us call: the number he typed, else the one he calls from. */
public sealed interface Callee {

    /** When he may be called, as far as that is known before there is a number. */
    default CallingHours hours() {
        return CallingHours.ANYTIME;
    }

    /**
     * A number we may call.
     *
     * @param readBack how it is read back to him
     * @param hours when it may be called
     */
    record Callable(PhoneNumber number, List<Prompt> readBack, CallingHours hours)
            implements Callee {
        public Callable {
            readBack = List.copyOf(readBack);
        }

        /** One that may be called at any time. */
        public Callable(PhoneNumber number, List<Prompt> readBack) {
            this(number, readBack, CallingHours.ANYTIME);
        }
    }

    /** A number that we may not call. */
    record NotAllowed(String reason) implements Callee {}

    /** Withheld, incomplete, or no number at all. */
    record NoNumber() implements Callee {}
}
