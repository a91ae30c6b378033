package dev.amends.callcentre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Amends as an administrator runs it: {@code scripts/amends run}, a process of its own. */
public final class AmendsProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(40);

    private final Path settings;
    private final Path output;
    private final Process process;

    private AmendsProcess(Path settings, Path output, Process process) {
        this.settings = settings;
        this.output = output;
        this.process = process;
    }

    /** Starts it and waits until it says that it is ready. */
    public static AmendsProcess start(Path settings, Path output) {
        AmendsProcess amends = launch(settings, output);
        amends.awaitReady();
        return amends;
    }

    /** Waits until it says that it is ready. */
    public void awaitReady() {
        awaitSaid("Amends is ready", START);
    }

    /** Starts it without waiting. */
    public static AmendsProcess launch(Path settings, Path output) {
        try {
            Process process =
                    new ProcessBuilder("scripts/amends", "--config", settings.toString(), "run")
                            .redirectErrorStream(true)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                            .start();
            return new AmendsProcess(settings, output, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command of the CLI beside it and gives what it printed. */
    public String cli(String... words) {
        return cli(settings, words).orThrow();
    }

    static Command cli(Path settings, String... words) {
        List<String> command =
                new ArrayList<>(List.of("scripts/amends", "--config", settings.toString()));
        command.addAll(List.of(words));
        // The answer alone, without a log.
        return Command.run(Map.of("AMENDS_LOG", "WARN"), Duration.ofSeconds(30), command);
    }

    /** Waits until its output has this text. */
    public void awaitSaid(String text, Duration patience) {
        Instant until = Instant.now().plus(patience);
        while (!said().contains(text)) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                throw new IllegalStateException("Amends did not say '" + text + "':\n" + said());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Everything it has printed so far. */
    public String said() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it on the spot, as a power failure would. */
    public void kill() {
        process.destroyForcibly();
        PrivatePbx.awaitEnd(process.toHandle());
    }

    /** Stops its clock: sockets stay open, nothing is answered. */
    public void freeze() {
        Signals.freeze(process.pid());
    }

    /** Ends {@link #freeze()}. */
    public void thaw() {
        Signals.thaw(process.pid());
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit code, once it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        if (process.isAlive()) {
            thaw();
            process.destroy();
            PrivatePbx.awaitEnd(process.toHandle());
        }
    }
}
