package dev.amends.care;

import dev.amends.caller.CallId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All stories. Those whose recordings are erased are in none of these answers. */
public interface Stories {

    /** He is about to tell it. Committed on return. */
    void begun(Story story);

    /** He has told it, for so long. Committed on return. */
    void told(RecordingId id, Duration length);

    /** There is nothing in it. Committed on return. */
    void empty(RecordingId id);

    /** Those that go with this matter, the oldest first. */
    List<Story> of(MatterId matter);

    /** Those told in this call, the oldest first. */
    List<Story> of(CallId call);

    /** This one. */
    Optional<Story> find(RecordingId id);

    /** Those that were begun since then, are told, and still have no text, the oldest first. */
    List<Story> withoutText(Instant since, int most);

    /** What it says, as a command has heard it. Committed on return. */
    void text(RecordingId id, String text, Instant now);
}
