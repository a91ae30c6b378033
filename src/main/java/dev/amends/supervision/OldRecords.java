package dev.amends.supervision;

import java.time.Instant;

/** Records that may be too old to be kept. With the last of a person his number is forgotten. */
public interface OldRecords {

    /** Kinds of records that are kept for different times. */
    enum Kind {
        /** Who called when, and how it went: calls, closings, surveys, flags that have faded. */
        CALLS("calls"),
        /** Promises that have ended, with their stories and tasks. */
        PROMISES("promises");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As a person calls them. */
        public String word() {
            return word;
        }
    }

    /**
     * Deletes some that were over before a time, in one short transaction.
     *
     * @return how many; none once there are no more
     */
    int deleteSome(Kind kind, Instant before);
}
