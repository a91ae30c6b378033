package dev.amends.caller;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From whom no calls are taken for a while. */
public interface Bars {

    /** Nobody is barred. */
    Bars NONE =
            new Bars() {
                @Override
                public Optional<Bar> of(PhoneNumber number, Instant now) {
                    return Optional.empty();
                }

                @Override
                public void put(Bar bar) {
                    throw new UnsupportedOperationException("nothing is kept here");
                }

                @Override
                public boolean lift(PhoneNumber number, Instant now) {
                    return false;
                }

                @Override
                public void tried(PhoneNumber number, Instant at) {}

                @Override
                public List<OnRecord> list(Instant now, boolean withOver, int most) {
                    return List.of();
                }
            };

    /** What stands against whoever has this number. */
    Optional<Bar> of(PhoneNumber number, Instant now);

    /** Bars whoever has its number; replaces what stood against him. Committed on return. */
    void put(Bar bar);

    /** He may call again; false when he may anyhow. Committed on return. */
    boolean lift(PhoneNumber number, Instant now);

    /** Remembers that he called all the same. Written behind: never blocks. */
    void tried(PhoneNumber number, Instant at);

    /**
     * The newest first.
     *
     * @param withOver those that are over or were lifted, too
     */
    List<OnRecord> list(Instant now, boolean withOver, int most);

    /**
     * One as it stands in the store.
     *
     * @param lifted when somebody ended or replaced it before its time
     * @param tries how he called all the same
     */
    record OnRecord(Bar bar, Optional<Instant> lifted, Tries tries) {

        /** One that stands, as nobody called yet. */
        public OnRecord(Bar bar) {
            this(bar, Optional.empty(), Tries.NONE);
        }
    }

    /** How often he called all the same, and when last. */
    record Tries(int times, Optional<Instant> last) {

        /** He did not. */
        public static final Tries NONE = new Tries(0, Optional.empty());
    }
}
