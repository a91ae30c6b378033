package dev.amends.supervision;

/** What came of an order to erase recordings. */
public sealed interface RecordingOrder {

    /** So many files are gone for good. */
    record Erased(int files) implements RecordingOrder {}

    /** Nothing was erased yet; what would go, for good. */
    record WouldGo(int recordings) implements RecordingOrder {}

    /** Nothing was erased, and why. */
    record Refused(String why) implements RecordingOrder {}
}
