package dev.amends.dialing;

import dev.amends.promise.RepDevice;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Where a placeholder finds its rep, and what he hears before the caller is called. */
public sealed interface Seat {

    List<Prompt> brief();

    /**
     * In a queue.
     *
     * @param position from 1; nothing means the end of the queue
     */
    record InQueue(String queue, OptionalInt position, List<Prompt> brief) implements Seat {

        public InQueue {
            brief = List.copyOf(brief);
        }
    }

    /**
     * At the phone of the one rep who promised the call.
     *
     * @param queue the line's: some dialplans ring nobody unless they know for which queue
     * @param ring how long his phone rings
     */
    record AtRep(RepDevice rep, String queue, Duration ring, List<Prompt> brief) implements Seat {

        public AtRep {
            brief = List.copyOf(brief);
        }
    }
}
