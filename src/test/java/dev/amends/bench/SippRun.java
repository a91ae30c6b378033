package dev.amends.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * One run of SIPp as a process in a folder of its own; closing it ends the process and the folder.
 */
public final class SippRun implements AutoCloseable {
    static final String COUNTS = "counts.csv";
    static final String ERRORS = "errors.log";
    static final String LOG = "log.txt";
    private static final String SUCCESSFUL = "SuccessfulCall(C)";
    private static final String OUTPUT = "output.txt";
    private static final Duration START = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 20;

    private final Path folder;
    private final Process process;
    private final Duration bound;

    private SippRun(Path folder, Process process, Duration bound) {
        this.folder = folder;
        this.process = process;
        this.bound = bound;
    }

    /**
     * How a run ended.
     *
     * @param exitCode 0 when all calls went as the scenario says, 1 when some did not, 97 when cut
     *     by its time bound, 99 when there were no calls
     */
    public record Result(int exitCode, int successful, int failed, List<String> errors) {}

    static SippRun start(Path folder, List<String> command, Duration bound) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(OUTPUT).toFile())
                        .start();
        return new SippRun(folder, process, bound);
    }

    /** Waits until all calls are over; a run that outlives its bound is killed. */
    public Result await() {
        boolean ended = waitFor(bound.plus(GRACE));
        if (!ended) {
            process.destroyForcibly();
            throw new NotInTime("end of SIPp", bound.plus(GRACE), output());
        }
        return result();
    }

    /** Ends called phones that nobody calls any more, and tells what they did. */
    public Result stop() {
        // SIGTERM makes SIPp write its last counts, wait for calls under way, and leave.
        process.destroy();
        if (!waitFor(GRACE)) {
            process.destroyForcibly();
            waitFor(GRACE);
        }
        return result();
    }

    /** The INVITEs that called phones have received so far, in order. */
    public List<LoggedInvite> inviteLog() {
        return lines(LOG).stream().map(LoggedInvite::parse).filter(Objects::nonNull).toList();
    }

    /** Waits until called phones have received that many INVITEs; returns all. */
    public List<LoggedInvite> awaitInvites(int count, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (inviteLog().size() < count) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new NotInTime(count + " INVITEs at SIPp", patience, inviteLog());
            }
            waitFor(Duration.ofMillis(LOOK_MILLIS));
        }
        return inviteLog();
    }

    /** Waits until SIPp has the port, and notices when it died instead. */
    void awaitListening(int port) {
        long deadline = System.nanoTime() + START.toNanos();
        while (isFree(port)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new NotInTime("SIPp at port " + port, START, output());
            }
            waitFor(Duration.ofMillis(LOOK_MILLIS));
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly();
            waitFor(GRACE);
        }
        Folders.delete(folder);
    }

    private boolean waitFor(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }

    /** Waits until SIPp, which counts once a second, has seen that many calls go well. */
    public void awaitSuccessful(int count, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (count(lines(COUNTS), SUCCESSFUL) < count) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new NotInTime(count + " good calls at SIPp", patience, lines(COUNTS));
            }
            waitFor(Duration.ofMillis(LOOK_MILLIS));
        }
    }

    private Result result() {
        List<String> table = lines(COUNTS);
        int successful = count(table, SUCCESSFUL);
        int failed = count(table, "FailedCall(C)");
        return new Result(process.exitValue(), successful, failed, errors());
    }

    private static int count(List<String> table, String column) {
        if (table.isEmpty()) return 0;
        List<String> names = Arrays.asList(table.getFirst().split(";", -1));
        // The last row may be half written.
        return table.stream()
                .skip(1)
                .map(row -> row.split(";", -1))
                .filter(row -> row.length == names.size())
                .reduce((earlier, later) -> later)
                .map(row -> Integer.parseInt(row[names.indexOf(column)].strip()))
                .orElse(0);
    }

    /** SIPp calls every tick of a scenario's clock an error; these are left out. */
    private List<String> errors() {
        String all = String.join("\n", lines(ERRORS));
        return Arrays.stream(all.split("(?=\\d{4}-\\d\\d-\\d\\d\\t)", -1))
                .filter(e -> e.matches("(?s)\\d{4}-.*") && !e.contains("jumping to label"))
                .map(String::strip)
                .toList();
    }

    private String output() {
        return String.join("\n", lines(OUTPUT)) + errors();
    }

    private List<String> lines(String file) {
        Path path = folder.resolve(file);
        try {
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress("127.0.0.1", port))) {
            return probe.isBound();
        } catch (SocketException e) {
            return false;
        }
    }
}
