package dev.amends.measure;

import dev.amends.measure.Figure.Goal;

import java.io.IOException;
import java.time.Duration;

/**
 * Ten thousand connections that say nothing: what each costs Amends while it is open, when they are
 * closed, and how good turns fare from the moment they are there until all are closed.
 */
final class Silence {

    private static final int CROWD = 10_000;
    private static final double GOOD_TURNS_PER_SECOND = 500;
    private static final int CALLERS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final MockPbx pbx;
    private final long amends;
    private final boolean quick;

    Silence(MockPbx pbx, long amends, boolean quick) {
        this.pbx = pbx;
        this.amends = amends;
        this.quick = quick;
    }

    void measure(Figures figures) throws IOException, InterruptedException {
        Site.progress("%,d silent connections".formatted(CROWD));
        pbx.closedLoop(CALLERS, Duration.ofSeconds(quick ? 2 : 6));
        Median alone = new Median();
        Median meanwhile = new Median();
        Median ratio = new Median();
        Median bytes = new Median();
        double longest = 0;
        int rounds = quick ? 2 : 5;
        try (ProcessMemory memory = new ProcessMemory(amends)) {
            round(memory, new Median()); // buffers that are taken once and kept
            for (int round = 0; round < rounds; round++) {
                double before = p99(pbx.openLoop(GOOD_TURNS_PER_SECOND, Duration.ofSeconds(3)));
                Round during = round(memory, bytes);
                alone.add(before);
                meanwhile.add(during.p99());
                ratio.add(during.p99() / before);
                longest = Math.max(longest, during.longest());
            }
        }
        figures.judge(
                "memory of a silent connection (heap after GC + all outside)",
                bytes.value() / 1024,
                "KiB",
                Goal.atMost(8));
        figures.judge(
                "last of 10,000 silent connections closed after", longest, "s", Goal.atMost(5));
        figures.tell("good turns, nobody else: p99", alone.value(), "ms");
        figures.tell("good turns among 10,000 silent: p99", meanwhile.value(), "ms");
        figures.judge("the latter : the former", ratio.value(), "x", Goal.atMost(2));
    }

    private record Round(double p99, double longest) {}

    private Round round(ProcessMemory memory, Median bytes)
            throws IOException, InterruptedException {
        ProcessMemory.Bytes before = memory.now();
        int files = memory.openFiles();
        try (SilentCrowd crowd = new SilentCrowd(pbx.server(), CROWD)) {
            memory.awaitOpenFiles(files + CROWD, PATIENCE);
            ProcessMemory.Bytes during = memory.now();
            Thread watch = Thread.ofPlatform().start(() -> crowd.watch(Duration.ofSeconds(6)));
            Tally good = pbx.openLoop(GOOD_TURNS_PER_SECOND, Duration.ofSeconds(3));
            watch.join();
            bytes.add((double) during.since(before) / CROWD);
            boolean all = crowd.open() == 0;
            return new Round(
                    p99(good), all ? crowd.longest().toMillis() / 1e3 : Double.POSITIVE_INFINITY);
        }
    }

    private static double p99(Tally tally) {
        Contest.complain("good turns", tally);
        return tally.wrong() > 0 ? Double.POSITIVE_INFINITY : tally.millis(0.99);
    }
}
