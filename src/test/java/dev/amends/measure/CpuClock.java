package dev.amends.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The processor time that a process has used so far, all its threads, user and system. */
record CpuClock(long pid) {

    /** The unit of {@code /proc/PID/stat} on every Linux that Java runs on: USER_HZ. */
    private static final long TICK_MILLIS = 10;

    /** Fields 14 and 15, counted behind the command's name, which may have blanks. */
    Duration used() {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Duration.ofMillis(
                    (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
