package dev.amends.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every breather, on record. All of it is committed on return. */
public interface Breathers {

    /**
     * The rep of this call is owed one.
     *
     * @return nothing when he has had or is owed one for the same call: it may be told twice
     */
    Optional<Breather.Owed> owe(HardCall call);

    /** Those that are owed or run, the oldest first. */
    List<Breather> open();

    /** It begins; false when it is no longer owed. */
    boolean begin(Breather.Running breather);

    /** It is over; false when it was so already. */
    boolean end(Breather breather, Instant now, String how);

    /** It ends at that moment instead; false when it does not run any more. */
    boolean shorten(Breather.Running breather, Instant until);

    /** The hard calls since then, the newest first. */
    List<Entry> since(Instant since, int most);

    /**
     * What became of one.
     *
     * @param state in words: owed, running or how it ended
     */
    record Entry(HardCall after, Optional<Instant> given, Optional<Instant> until, String state) {

        public static final String OWED = "owed";
        public static final String RUNNING = "running";
    }
}
