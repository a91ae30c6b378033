package dev.amends.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Many days, several at a time. Of each on which something is violated the trace is kept. */
final class Simulation {

    /** Every so many days the ledger is the real one, in a file of its own. */
    private static final int IN_SQL_ONE_OF = 100;

    private final int threads;
    private final Path kept;

    /**
     * @param kept where traces are kept
     */
    Simulation(int threads, Path kept) {
        this.threads = threads;
        this.kept = kept;
    }

    /** A day on which something was violated, and where its trace is. */
    record Failed(long seed, List<String> violations, Path trace) {

        /** What is owed is found again every few minutes: of each day so many are told. */
        private static final int TOLD = 5;

        @Override
        public String toString() {
            String first = violations.stream().limit(TOLD).collect(Collectors.joining("\n  "));
            int more = violations.size() - TOLD;
            return "seed %d: %s%s%n  all of it: %s%n  again: scripts/simulate 1 --seed %d --trace"
                    .formatted(
                            seed,
                            first,
                            more > 0 ? "\n  and %d more".formatted(more) : "",
                            trace,
                            seed);
        }
    }

    /**
     * Plays so many days, from this seed on.
     *
     * @param over gets each of them, one at a time
     * @return those on which something was violated
     */
    List<Failed> plays(long first, int days, Consumer<Day.Result> over) {
        AtomicLong next = new AtomicLong(first);
        List<Failed> failed = new ArrayList<>();
        try (Silence _ = new Silence();
                ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 0; worker < threads; worker++) {
                all.add(
                        workers.submit(() -> {
                            for (long seed = next.getAndIncrement();
                                    seed < first + days;
                                    seed = next.getAndIncrement()) {
                                Day.Result result = plays(seed, false);
                                synchronized (failed) {
                                    over.accept(result);
                                    if (!result.violations().isEmpty()) {
                                        failed.add(keeps(result));
                                    }
                                }
                            }
                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("broken off", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a day could not be played", e.getCause());
        }
        return List.copyOf(failed);
    }

    /** All that happens on one day. */
    List<String> trace(long seed) {
        try (Silence _ = new Silence()) {
            return plays(seed, true).trace();
        }
    }

    /** One day; with its trace if that is to be read. */
    private static Day.Result plays(long seed, boolean traced) {
        try {
            return played(seed, traced);
        } catch (RuntimeException e) {
            throw new IllegalStateException("seed " + seed, e);
        }
    }

    private static Day.Result played(long seed, boolean traced) {
        if (seed % IN_SQL_ONE_OF != 0) {
            return new Day(seed, Safeguard.NONE, traced).lives();
        }
        try (SqlStore store = new SqlStore()) {
            return new Day(seed, Safeguard.NONE, store.store(), traced).lives();
        }
    }

    /** The first seed of these days on which it is noticed that this safeguard is missing. */
    static Optional<Long> noticed(Safeguard off, long first, int days) {
        try (Silence _ = new Silence()) {
            return LongStream.range(first, first + days)
                    .filter(seed -> violates(seed, off) && !violates(seed, Safeguard.NONE))
                    .boxed()
                    .findFirst();
        }
    }

    private static boolean violates(long seed, Safeguard off) {
        return !new Day(seed, off, false).lives().violations().isEmpty();
    }

    private Failed keeps(Day.Result result) {
        Day.Result again = plays(result.seed(), true);
        Path file = kept.resolve("seed-" + result.seed() + ".trace");
        try {
            Files.createDirectories(kept);
            Files.write(file, again.trace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Failed(result.seed(), result.violations(), file.toAbsolutePath());
    }

    /** What Amends would log on such days fills disks, and is not what it is judged by. */
    private static final class Silence implements AutoCloseable {
        private final Logger ours = (Logger) LoggerFactory.getLogger("dev.amends");
        private final Logger ofOneByOne =
                (Logger) LoggerFactory.getLogger("dev.amends.dialing.OneByOne");
        private final Level before = ours.getLevel();

        Silence() {
            ours.setLevel(Level.OFF);
            ofOneByOne.setLevel(Level.OFF);
        }

        @Override
        public void close() {
            ours.setLevel(before);
        }
    }
}
