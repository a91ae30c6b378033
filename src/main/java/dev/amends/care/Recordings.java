package dev.amends.care;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The recorded files; throws {@link FolderUnusable} when they can't be looked at or erased. */
public interface Recordings {

    /** What is kept under these ids, the first part first. */
    Map<RecordingId, List<Part>> of(Set<RecordingId> ids);

    /** Erases all that is kept under these ids; how many files that were. */
    int erase(Set<RecordingId> ids);

    /**
     * Whether the one file of a story holds one: a second at least, in which somebody speaks;
     * nothing where it can't be seen.
     */
    Optional<Boolean> holdsStory(RecordingId story);

    /** The ids under which anything is kept that was last written before then. */
    Set<RecordingId> lastWrittenBefore(Instant then);

    /**
     * One file.
     *
     * @param length how long it is; a little less while it is being written
     */
    record Part(String file, Duration length, long bytes) {}

    /** The folder is not there, or may not be read or written. */
    final class FolderUnusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public FolderUnusable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
