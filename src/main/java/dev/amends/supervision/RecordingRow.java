package dev.amends.supervision;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * One answer to the question whether somebody may be recorded, in a list.
 *
 * @param id the first digits by which it is named
 * @param caller the last digits of his number; empty when withheld
 * @param answer what he said, with the key: {@code yes (1)}
 * @param asked the prompt, with its language and the checksum of its text
 * @param length of all parts
 * @param files those there are, with their folders
 * @param erased when and why they were erased; empty while they are kept
 * @param text what a story says, if a command has heard it
 */
public record RecordingRow(
        String id,
        ZonedDateTime at,
        String line,
        String caller,
        String answer,
        String asked,
        Duration length,
        List<String> files,
        String erased,
        String text) {

    public RecordingRow {
        files = List.copyOf(files);
    }
}
