package dev.amends.supervision;

import dev.amends.caller.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is remembered of one person, under whichever of his numbers. */
public interface PersonalRecords {

    /**
     * All of it: by kind, each record by its fields, times as instants. Nothing when the number is
     * not known.
     */
    Optional<Map<String, List<Map<String, Object>>>> of(PhoneNumber number);

    /**
     * Erases it, in one transaction, which also says what was recorded of him and is to be erased
     * ({@link dev.amends.care.Consents#toErase}). What has to stay because others are counted by
     * it, such as that a promise was made and how it ended, no longer leads to anybody. Open
     * promises are withdrawn.
     */
    Erasing erase(PhoneNumber number, Instant now);

    /** What came of it. */
    sealed interface Erasing {

        /**
         * It is erased.
         *
         * @param numbers how many of his numbers were known
         * @param withdrawn how many open promises were
         * @param deleted how many records of each kind
         * @param anonymous how many of each kind stay without anything that leads to him
         * @param kept how many of each kind stay as they are
         */
        record Done(
                int numbers,
                int withdrawn,
                Map<String, Integer> deleted,
                Map<String, Integer> anonymous,
                Map<String, Integer> kept)
                implements Erasing {

            public Done {
                deleted = Map.copyOf(deleted);
                anonymous = Map.copyOf(anonymous);
                kept = Map.copyOf(kept);
            }
        }

        /** Nothing is remembered of anybody with this number. */
        record Unknown() implements Erasing {}

        /** Nothing was changed. */
        record Refused(String why) implements Erasing {}
    }
}
