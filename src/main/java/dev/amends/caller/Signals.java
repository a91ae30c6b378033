package dev.amends.caller;

import java.time.Instant;
import java.util.List;

/** What was seen of callers and may matter later. */
public interface Signals {

    /** Nothing is remembered. */
    Signals NONE =
            new Signals() {
                @Override
                public void record(Signal signal) {}

                @Override
                public List<Signal> recent(PhoneNumber number, Instant since) {
                    return List.of();
                }
            };

    /** No more than the last so many of a person are looked at. */
    int MOST = 50;

    /**
     * Remembers it. Written behind, in groups, after whatever was remembered before: never blocks.
     * Of somebody who is not known nothing is remembered.
     */
    void record(Signal signal);

    /** What was seen since then of the person with this number, the newest first. */
    List<Signal> recent(PhoneNumber number, Instant since);
}
