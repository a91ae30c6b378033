package dev.amends.callcentre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that is run to its end, and what it said. */
record Command(int exitCode, String output) {

    /** Runs it with additional environment variables; standard error is part of the output. */
    static Command run(Map<String, String> environment, Duration patience, List<String> words) {
        try {
            Path output = Files.createTempFile("amends-command", ".txt");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(words)
                                .redirectErrorStream(true)
                                .redirectInput(Path.of("/dev/null").toFile())
                                .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!ended(process, patience)) {
                    throw new IllegalStateException("did not end in time: " + words);
                }
                String said = Files.readString(output, StandardCharsets.UTF_8);
                return new Command(process.exitValue(), said);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words, e);
        }
    }

    /** A command that nobody waits for any longer is ended. */
    private static boolean ended(Process process, Duration patience) throws InterruptedException {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.destroy();
        }
    }

    /** The output, if it ended well. */
    String orThrow() {
        if (exitCode != 0) {
            throw new IllegalStateException("exit code " + exitCode + ": " + output);
        }
        return output;
    }
}
