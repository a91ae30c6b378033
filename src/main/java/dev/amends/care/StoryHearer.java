package dev.amends.care;

import java.util.Optional;

/** Turns what somebody told into text. */
@FunctionalInterface
public interface StoryHearer {

    /** What it says, if that can be told; may take minutes. */
    Optional<String> text(RecordingId story) throws InterruptedException;
}
