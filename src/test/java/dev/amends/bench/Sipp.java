package dev.amends.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Runs SIPp 3.6.1 with the scenarios of a folder: callers in numbers, and called phones such as a
 * carrier or reps. Keys of SIPp need root; where a single call is to be heard, take a {@link
 * Phone}.
 *
 * @param scenarios the folder with {@code caller.xml} and {@code callee.xml}
 */
public record Sipp(Path scenarios) {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * How much and how long.
     *
     * @param calls how many calls in all; the callers take turns
     * @param perSecond how many new ones per second
     * @param bound after that time the run is ended, and has failed
     */
    public record Load(int calls, double perSecond, Duration bound) {}

    /** Whether there is a {@code sipp} on the path; Debian's package is sip-tester. */
    public static boolean isInstalled() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sipp")));
    }

    /** Lets callers call a number of the PBX. */
    public SippRun call(InetSocketAddress pbx, String number, List<SippCaller> callers, Load load)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
        callers.forEach(caller -> lines.add(caller.line()));
        Path folder = folder("callers.csv", lines);
        List<String> command = command("caller.xml", "callers.csv", load.bound);
        command.addAll(List.of("-s", number, "-m", "" + load.calls, "-l", "" + load.calls));
        command.addAll(List.of("-r", perSecond(load), "-rp", "100000"));
        command.add(SipDialog.place(pbx));
        return SippRun.start(folder, command, load.bound);
    }

    /**
     * Lets callers call a number that hangs up by itself, so many at once: whenever a call has
     * ended the next one begins.
     */
    public SippRun callBriefly(
            InetSocketAddress pbx, String number, List<String> callers, int atOnce, Load load)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
        callers.forEach(caller -> lines.add(caller + ';'));
        Path folder = folder("callers.csv", lines);
        List<String> command = command("brief.xml", "callers.csv", load.bound);
        command.addAll(List.of("-s", number, "-m", "" + load.calls, "-l", "" + atOnce));
        command.addAll(List.of("-r", perSecond(load), "-rp", "100000"));
        command.add(SipDialog.place(pbx));
        return SippRun.start(folder, command, load.bound);
    }

    /** Lets phones at a port of the loopback be called until closed; returns once they listen. */
    public SippRun answer(int port, SippPlan plan, Duration bound) throws IOException {
        Path folder = folder("plan.csv", plan.lines());
        List<String> command = command("callee.xml", "plan.csv", bound);
        command.addAll(List.of("-infindex", "plan.csv", "0", "-p", "" + port));
        SippRun run = SippRun.start(folder, command, bound);
        run.awaitListening(port);
        return run;
    }

    /** SIPp's rate is a whole number per period: calls per 100 seconds. */
    private static String perSecond(Load load) {
        return String.format(Locale.ROOT, "%d", Math.max(1, Math.round(load.perSecond * 100)));
    }

    private static Path folder(String file, List<String> lines) throws IOException {
        Path folder = Files.createTempDirectory("sipp");
        Files.write(folder.resolve(file), lines);
        return folder;
    }

    private List<String> command(String scenario, String injected, Duration bound) {
        Path file = scenarios.resolve(scenario).toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("sipp", "-sf", file.toString()));
        command.addAll(List.of("-inf", injected, "-i", LOOPBACK, "-mi", LOOPBACK, "-nostdin"));
        command.addAll(List.of("-timeout", bound.toSeconds() + "s", "-fd", "1"));
        command.addAll(List.of("-trace_stat", "-stf", SippRun.COUNTS));
        command.addAll(List.of("-trace_err", "-error_file", SippRun.ERRORS));
        command.addAll(List.of("-trace_logs", "-log_file", SippRun.LOG));
        return command;
    }
}
