package dev.amends.dialing;

import dev.amends.speech.Prompt;

import java.util.List;
import java.util.OptionalInt;

/**
 * Where a placeholder waits.
 *
 * @param position from 1; nothing means the end of the queue
 * @param brief what the rep hears before the caller is called
 */
public record Seat(String queue, OptionalInt position, List<Prompt> brief) {

    public Seat {
        brief = List.copyOf(brief);
    }
}
