package dev.amends;

import dev.amends.care.RecordingId;
import dev.amends.care.StoryHearer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * An administrator's command that turns a story into text: gets the file's name in place of {@value
 * #FILE}, and writes the text to its standard output. No shell reads it; it has so long and may say
 * so much.
 */
final class StoryCommand implements StoryHearer {

    static final String FILE = "{file}";

    private static final Logger log = LoggerFactory.getLogger(StoryCommand.class);

    private static final int MOST_BYTES = 16_000;

    /** So much of what it complains of is logged at most. */
    private static final int MOST_COMPLAINT = 400;

    private final List<String> command;
    private final Path recordings;
    private final Duration patience;

    /**
     * @param command its name and arguments
     * @param recordings the folder of all that is recorded
     */
    StoryCommand(List<String> command, Path recordings, Duration patience) {
        this.command = List.copyOf(command);
        this.recordings = recordings;
        this.patience = patience;
    }

    @Override
    public Optional<String> text(RecordingId story) throws InterruptedException {
        String file = recordings.resolve(story.value() + ".wav").toString();
        try {
            Process process =
                    new ProcessBuilder(
                                    command.stream().map(word -> word.replace(FILE, file)).toList())
                            .redirectInput(Redirect.from(new File("/dev/null")))
                            .start();
            CompletableFuture<String> complaint = later(() -> lastWords(process));
            try {
                return said(process, complaint);
            } finally {
                end(process);
            }
        } catch (IOException e) {
            log.warn("the command for stories can't be run: {}", e.getMessage());
            return Optional.empty();
        }
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

    private Optional<String> said(Process process, CompletableFuture<String> complaint)
            throws InterruptedException {
        CompletableFuture<byte[]> output = later(() -> read(process));
        try {
            byte[] said = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return said.length == MOST_BYTES || endedWell(process, complaint)
                    ? Optional.of(plain(said)).filter(text -> !text.isEmpty())
                    : Optional.empty();
        } catch (TimeoutException e) {
            log.warn("the command for stories took more than {} s", patience.toSeconds());
            return Optional.empty();
        } catch (ExecutionException e) {
            log.warn("what the command for stories said can't be read", e.getCause());
            return Optional.empty();
        }
    }

    private boolean endedWell(Process process, CompletableFuture<String> complaint)
            throws InterruptedException {
        boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (ended && process.exitValue() == 0) {
            return true;
        }
        log.warn(
                "the command for stories {}",
                ended
                        ? "failed with exit code %d: %s"
                                .formatted(process.exitValue(), soon(complaint))
                        : "does not end");
        return false;
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
            log.debug("the error output of the command for stories can't be read", e);
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
