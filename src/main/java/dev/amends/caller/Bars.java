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
     */
    record OnRecord(Bar bar, Optional<Instant> lifted) {}
}
