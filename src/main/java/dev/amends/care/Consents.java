package dev.amends.care;

import dev.amends.caller.CallId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every answer to the question whether somebody may be recorded. */
public interface Consents {

    /** So many are found at most by the beginning of an id. */
    int MOST_FOUND = 10;

    /** Writes an answer down. Committed on return. */
    void note(Consent consent);

    /** What he answered last in this call. */
    Optional<Consent> last(CallId call);

    /** The newest first, answers without a recording as well. */
    List<OnRecord> list(int most);

    /** The newest first, those alone whose recordings are kept. */
    List<OnRecord> kept(int most);

    /** Those whose id begins so. */
    List<OnRecord> findByPrefix(String prefix);

    /** Those whose caller was erased and whose recordings are not yet, the oldest first. */
    List<Consent> toErase(int most);

    /** Those with a yes from before then whose recordings are not erased yet, the oldest first. */
    List<Consent> keptFromBefore(Instant then, int most);

    /** What was recorded with it is erased. Committed on return; the answer itself stays. */
    void erased(RecordingId id, String why, Instant now);

    /** The answer under this id. */
    Optional<OnRecord> find(RecordingId id);

    /**
     * An answer, and what became of its recordings.
     *
     * @param erased when and why they were erased
     */
    record OnRecord(Consent consent, Optional<Erased> erased) {}

    /** Nothing is left of it. */
    record Erased(Instant at, String why) {}
}
