package dev.amends.callcentre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The private Asterisk of {@code scripts/pbx}, with the shipped configuration. */
public final class PrivatePbx implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CONSOLE = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final Path run;

    /**
     * @param prompts the folder that is played as {@code amends/…}; that of another language than
     *     English is its folder {@code LANGUAGE}
     */
    public PrivatePbx(Ports ports, Path run, Path prompts) {
        this(ports, run, prompts, "pid " + ProcessHandle.current().pid());
    }

    /** The same, with a name for whoever finds the ports held. */
    public PrivatePbx(Ports ports, Path run, Path prompts, String owner) {
        this.run = run;
        this.environment =
                Map.of(
                        "AMENDS_PORT_SHIFT", Integer.toString(ports.shift()),
                        "AMENDS_RUN", run.toString(),
                        "AMENDS_PROMPTS", prompts.toString(),
                        "AMENDS_OWNER", owner);
    }

    /** The same with more environment variables for Asterisk. */
    public PrivatePbx with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new PrivatePbx(run, Map.copyOf(all));
    }

    private PrivatePbx(Path run, Map<String, String> environment) {
        this.run = run;
        this.environment = environment;
    }

    /**
     * Somebody else's Asterisk, with nothing of ours in it.
     *
     * @param files his configuration files, which hold the ports as {@code @SIP@} and the like
     * @param maker the shell script that makes his configuration of them
     */
    public static PrivatePbx foreign(Ports ports, Path run, Path maker, Path files) {
        return new PrivatePbx(
                run,
                Map.of(
                        "AMENDS_PORT_SHIFT", Integer.toString(ports.shift()),
                        "AMENDS_RUN", run.toString(),
                        "AMENDS_PBX_CONFIG", maker.toAbsolutePath().toString(),
                        "AMENDS_FOREIGN", files.toAbsolutePath().toString(),
                        "AMENDS_OWNER", "pid " + ProcessHandle.current().pid()));
    }

    /** Starts it and waits until it is up. */
    public void start() {
        script(Duration.ofMinutes(5), "start").orThrow();
    }

    /** Starts it again after it was killed or stopped. */
    public void startAgain() {
        start();
    }

    /** Restarts it in good order, although calls are up. */
    public void restart() {
        script(PATIENCE, "stop").orThrow();
        start();
    }

    /** Runs a console command. */
    public String cli(String command) {
        return new Console(run.resolve("run/asterisk.ctl"), CONSOLE).ask(command);
    }

    /** Plays this folder's files as {@code NAME/…} in a language, until the next start. */
    public void play(String language, String name, Path folder) {
        replace(run.resolve("data/sounds").resolve(language).resolve(name), folder);
    }

    /** A folder of Asterisk's own sounds in a language. */
    public Path coreSounds(String language, String name) {
        try {
            Path letters = run.resolve("data/sounds").resolve(language).resolve("letters");
            return Files.readSymbolicLink(letters).resolveSibling(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays this folder's files to those who wait, until the next start. */
    public void playMusic(Path folder) {
        replace(run.resolve("data/moh"), folder);
        cli("moh reload");
    }

    private static void replace(Path link, Path folder) {
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, folder.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it on the spot. */
    public void kill() {
        ProcessHandle process = process();
        process.destroyForcibly();
        awaitEnd(process);
    }

    /** Stops its clock: sockets stay open, nothing is answered. */
    public void freeze() {
        Signals.freeze(process().pid());
    }

    /** Ends {@link #freeze()}. */
    public void thaw() {
        Signals.thaw(process().pid());
    }

    /** Its folder of configuration files. */
    public Path etc() {
        return run.resolve("etc");
    }

    /** Its folder of sounds. */
    public Path sounds() {
        return run.resolve("data/sounds");
    }

    /** The environment in which scripts/pbx finds it. */
    Map<String, String> environment() {
        return environment;
    }

    /** The calls' way through the dialplan from now on. */
    public DialplanLog dialplanLog() {
        return new DialplanLog(run.resolve("log/full"));
    }

    /** The key by which Amends knows it, as its file has it. */
    public String key() throws IOException {
        return Files.readString(etc().resolve("amends-key.conf")).replaceFirst("^.*=", "").strip();
    }

    /** The secret of Amends' account at the manager interface. */
    public String secret() {
        try {
            return Files.readString(etc().resolve("amends-secret.conf"))
                    .replaceFirst("(?s).*secret *=>? *", "")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows another key from now on. */
    public void setKey(String key) {
        cli("dialplan set global AMENDS_KEY " + key);
    }

    /** How many channels are up, besides word for an Amends that does not answer. */
    public long channels() {
        return cli("core show channels concise")
                .lines()
                .filter(channel -> channel.contains("!") && !channel.contains("@amends-post-"))
                .count();
    }

    @Override
    public void close() {
        script(PATIENCE, "stop");
    }

    private Command script(Duration patience, String... words) {
        List<String> command = new ArrayList<>(List.of("scripts/pbx"));
        command.addAll(List.of(words));
        return Command.run(environment, patience, command);
    }

    private ProcessHandle process() {
        try {
            String pid = Files.readString(run.resolve("run/asterisk.pid")).trim();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("process " + process.pid() + " does not end", e);
        }
    }
}
