package dev.amends.callcentre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Amends as an administrator runs it: {@code scripts/amends run}, a process of its own. Its Java
 * starts quickly instead of running fast in the long run, unless the environment says otherwise.
 */
public final class AmendsProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private static final String JAVA_OPTIONS = "AMENDS_JAVA_OPTIONS";

    /** What is left of a start of 7 s on a processor is 3: a story ends before more would pay. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** The environment in which its Java is the one that users have. */
    public static final Map<String, String> AT_FULL_SPEED = Map.of(JAVA_OPTIONS, "");

    private final Path settings;
    private final Path output;
    private final int saidBefore;
    private final Process process;

    private AmendsProcess(Path settings, Path output, int saidBefore, Process process) {
        this.settings = settings;
        this.output = output;
        this.saidBefore = saidBefore;
        this.process = process;
    }

    /** Starts it and waits until it says that it is ready. */
    public static AmendsProcess start(Path settings, Path output) {
        return start(settings, output, Map.of());
    }

    /** The same with additional environment variables. */
    public static AmendsProcess start(Path settings, Path output, Map<String, String> environment) {
        AmendsProcess amends = launch(settings, output, environment);
        amends.awaitReady();
        return amends;
    }

    /** Waits until it says that it is ready. */
    public void awaitReady() {
        awaitSaid("Amends is ready", START);
    }

    /** Starts it without waiting. */
    public static AmendsProcess launch(
            Path settings, Path output, Map<String, String> environment) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder("scripts/amends", "--config", settings.toString(), "run")
                            .redirectErrorStream(true)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().put(JAVA_OPTIONS, QUICK_START);
            builder.environment().putAll(environment);
            int saidBefore = Files.exists(output) ? Files.readString(output).length() : 0;
            return new AmendsProcess(settings, output, saidBefore, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command of the CLI beside it and gives what it printed. */
    public String cli(String... words) {
        return cli(settings, words).orThrow();
    }

    /** The same for a command that may end with any exit code. */
    public String cliWhatever(String... words) {
        return cli(settings, words).output();
    }

    static Command cli(Path settings, String... words) {
        return cli(settings, Map.of(), words);
    }

    private static Command cli(Path settings, Map<String, String> more, String... words) {
        List<String> command =
                new ArrayList<>(List.of("scripts/amends", "--config", settings.toString()));
        command.addAll(List.of(words));
        // The answer alone, without a log.
        Map<String, String> environment = new HashMap<>(more);
        environment.put("AMENDS_LOG", "WARN");
        return Command.run(environment, Duration.ofSeconds(30), command);
    }

    /** Runs a command of the CLI with additional environment variables; its exit code. */
    public static int exitCode(Path settings, Map<String, String> environment, String... words) {
        return cli(settings, environment, words).exitCode();
    }

    /** Waits until its output has this text. */
    public void awaitSaid(String text, Duration patience) {
        awaitSaid(text, 1, patience);
    }

    /** Waits until its output has this text so many times. */
    public void awaitSaid(String text, int times, Duration patience) {
        Instant until = Instant.now().plus(patience);
        while (said().split(Pattern.quote(text), -1).length <= times) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                throw new IllegalStateException("Amends did not say '" + text + "':\n" + said());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Everything it has printed so far; not what others printed to that file before it. */
    public String said() {
        try {
            return Files.exists(output) ? Files.readString(output).substring(saidBefore) : "";
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

    /** Waits until it has died or ended by itself; its exit code. */
    public int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Amends still runs:\n" + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Amends ends", e);
        }
    }

    /** Waits until it has ended, however long that takes; its exit code. */
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
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
