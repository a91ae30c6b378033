package dev.amends.reception;

import dev.amends.caller.PhoneNumber;
import dev.amends.speech.Prompt;

import java.util.List;

/** Whom he would have us call: the number he typed, else the one he calls from. */
public sealed interface Callee {

    /** A number we may call, and how it is read back to him. */
    record Callable(PhoneNumber number, List<Prompt> readBack) implements Callee {
        public Callable {
            readBack = List.copyOf(readBack);
        }
    }

    /** A number that we may not call. */
    record NotAllowed(String reason) implements Callee {}

    /** Withheld, incomplete, or no number at all. */
    record NoNumber() implements Callee {}
}
