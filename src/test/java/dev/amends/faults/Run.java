package dev.amends.faults;

import dev.amends.bench.Folders;
import dev.amends.callcentre.Ports;
import dev.amends.callcentre.ToneSounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Plays cases, each on a bench of its own, and says what came of them. */
final class Run implements AutoCloseable {

    private final Ports ports;
    private final Path folder;
    private final ToneSounds sounds;
    private final long seed;
    private int played;

    /**
     * @param kept where the logs of cases with violations are kept
     */
    Run(Ports ports, Path kept, long seed) throws IOException {
        this.ports = ports;
        this.folder = kept;
        this.seed = seed;
        this.sounds =
                ToneSounds.writtenTo(Files.createTempDirectory("amends-faults").resolve("prompts"));
    }

    /**
     * What came of a case.
     *
     * @param faults how often something was broken
     * @param recovery the longest time until callers were asked something again
     */
    record Result(
            FaultCase of,
            int faults,
            List<Violation> violations,
            Optional<Duration> recovery,
            Duration took) {}

    /** Plays one. */
    Result play(FaultCase one) throws IOException, CannotPlay {
        Instant began = Instant.now();
        Random random = new Random(seed + 31L * played++ + one.name().hashCode());
        try (Bench bench = Bench.open(ports, sounds, random)) {
            boolean settled = played(bench, one);
            CarrierJudge judge = new CarrierJudge(bench, one);
            List<Violation> violations = judge.violations(settled);
            if (!violations.isEmpty()) {
                bench.keep(folder.resolve(one.fault() + "-" + played));
            }
            Duration took = Duration.between(began, Instant.now());
            return new Result(one, bench.faults(), violations, judge.recovery(), took);
        }
    }

    /** A case that breaks off is no proof of anything. */
    private static boolean played(Bench bench, FaultCase one) throws CannotPlay {
        try {
            one.play().on(bench);
            return bench.openIsFine() || !new Records(bench).anyOpen();
        } catch (CannotPlay e) {
            throw e;
        } catch (Exception e) {
            bench.brokenOff(e);
            return false;
        }
    }

    @Override
    public void close() {
        Folders.delete(sounds.folder().resolveSibling(""));
    }
}
