package dev.amends.care;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how long recordings are kept.
 *
 * @param folder which the telephone system writes
 * @param pause how long a recording rests when a rep stops it
 */
public record RecordingSettings(Path folder, Duration kept, Duration pause) {}
