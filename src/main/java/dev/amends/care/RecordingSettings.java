package dev.amends.care;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where and how long recordings are kept.
 *
 * @param folder which the telephone system writes
 * @param pause how long a recording rests when a rep stops it
 * @param storyCommand what turns a story into text, with its arguments; empty: nothing does
 * @param storyTime how long it may take
 */
public record RecordingSettings(
        Path folder, Duration kept, Duration pause, List<String> storyCommand, Duration storyTime) {

    public RecordingSettings {
        storyCommand = List.copyOf(storyCommand);
    }
}
