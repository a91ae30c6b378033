package dev.amends;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * An administrator's command. No shell reads it; it has so long and may say so much, and what it
 * has started ends with it.
 */
final class BoundedCommand {

    private static final Logger log = LoggerFactory.getLogger(BoundedCommand.class);

    private static final int MOST_BYTES = 16_000;

    /** So much of what it complains of is kept at most. */
    private static final int MOST_COMPLAINT = 400;

    private final List<String> words;
    private final Duration patience;

    /**
     * @param words its name and arguments
     */
    BoundedCommand(List<String> words, Duration patience) {
        this.words = List.copyOf(words);
        this.patience = patience;
    }

    /** What came of it. */
    sealed interface Ran {

        /** It ended with exit code 0, and said this, on one line. */
        record Well(String said) implements Ran {}

        /** It was ended, as it says more than anybody wants to hear; that begins so. */
        record TooLong(String begins) implements Ran {}

        /**
         * It failed, or was ended as it took too long.
         *
         * @param why in our words
         * @param complaint the end of its error output, on one line
         */
        record Failed(String why, String complaint) implements Ran {

            /** Both. */
            String whole() {
                return complaint.isEmpty() ? why : why + ": " + complaint;
            }
        }
    }

    /**
     * Runs it.
     *
     * @param places what stands in its arguments, and what is put in its place
     */
    Ran run(Map<String, String> places) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(words.stream().map(word -> filled(word, places)).toList())
                            .redirectInput(Redirect.from(new File("/dev/null")))
                            .start();
            CompletableFuture<String> complaint = later(() -> lastWords(process));
            try {
                return ran(process, complaint);
            } finally {
                end(process);
            }
        } catch (IOException e) {
            return new Ran.Failed("can't be run", String.valueOf(e.getMessage()));
        }
    }

    private static String filled(String word, Map<String, String> places) {
        String filled = word;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled.replace(place.getKey(), place.getValue());
        }
        return filled;
    }

    /** The command first, so that it can't start its next step when the one it awaits is ended. */
    private static void end(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private static <T> CompletableFuture<T> later(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private Ran ran(Process process, CompletableFuture<String> complaint)
            throws InterruptedException {
        CompletableFuture<byte[]> output = later(() -> read(process));
        try {
            byte[] said = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return said.length == MOST_BYTES
                    ? new Ran.TooLong(plain(said))
                    : ended(process, plain(said), complaint);
        } catch (TimeoutException e) {
            return new Ran.Failed("took more than " + patience.toSeconds() + " s", "");
        } catch (ExecutionException e) {
            return new Ran.Failed("says what can't be read", String.valueOf(e.getCause()));
        }
    }

    private Ran ended(Process process, String said, CompletableFuture<String> complaint)
            throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Ran.Failed("does not end", "");
        }
        int code = process.exitValue();
        return code == 0
                ? new Ran.Well(said)
                : new Ran.Failed("failed with exit code " + code, soon(complaint));
    }

    /** What it has started may hold its error output open. */
    private static String soon(CompletableFuture<String> complaint) throws InterruptedException {
        try {
            return complaint.get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return "";
        }
    }

    /** The end of its error output: what it complains of stands there. */
    private static String lastWords(Process process) {
        String last = "";
        try (InputStream error = process.getErrorStream()) {
            byte[] some = error.readNBytes(MOST_COMPLAINT);
            while (some.length > 0) {
                String all = last + new String(some, StandardCharsets.UTF_8);
                last = all.substring(Math.max(0, all.length() - MOST_COMPLAINT));
                some = error.readNBytes(MOST_COMPLAINT);
            }
        } catch (IOException e) {
            log.debug("the error output of a command can't be read", e);
        }
        return plain(last.getBytes(StandardCharsets.UTF_8));
    }

    /** The beginning of it; whatever comes after that is nobody's. */
    private static byte[] read(Process process) {
        try (InputStream out = process.getInputStream()) {
            return out.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of printable text. */
    private static String plain(byte[] said) {
        return new String(said, StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .strip();
    }
}
