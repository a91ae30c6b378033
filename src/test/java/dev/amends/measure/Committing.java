package dev.amends.measure;

import dev.amends.measure.Figure.Goal;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a turn takes that commits a promise, beside what nobody can avoid: one page forced to
 * the same disk, and a turn of the bare responder over the loopback. One at a time, in turns.
 */
final class Committing {

    private final Site site;
    private final Callers callers;
    private final String key;
    private final int times;
    private final int warmUp;

    Committing(Site site, Callers callers, String key, boolean quick) {
        this.site = site;
        this.callers = callers;
        this.key = key;
        this.times = quick ? 40 : 300;
        this.warmUp = quick ? 0 : 3_000;
    }

    /** They have come so far beforehand: a caller takes seconds until he presses his last key. */
    private List<Asked> callersAboutToBePromised(int howMany) {
        return Stream.generate(callers::aboutToBePromised).limit(howMany).toList();
    }

    /** A daemon has made promises before. */
    private void warmUp() {
        Site.progress("warming up: %,d promises".formatted(warmUp));
        Tally unmeasured = new Tally();
        for (Asked promise : callersAboutToBePromised(warmUp)) {
            new MockPbx(site.turns(), key, () -> promise).once(unmeasured);
        }
        Contest.complain("promise", unmeasured);
    }

    void measure(Rival bare, Figures figures) throws IOException {
        warmUp();
        Site.progress("%d promises, one at a time".formatted(times));
        Tally disk = new Tally();
        Tally loopback = new Tally();
        Tally promises = new Tally();
        try (FsyncProbe probe = new FsyncProbe(site.database())) {
            List<Asked> turns = callersAboutToBePromised(times);
            site.awaitRecorded();
            for (Asked promise : turns) {
                probe.once(disk);
                new MockPbx(bare.address(), key, callers.arriving()).once(loopback);
                new MockPbx(site.turns(), key, () -> promise).once(promises);
            }
        }
        Contest.complain("promise", promises);
        double least = disk.millis(0.5) + loopback.millis(0.5);
        double took = promises.wrong() > 0 ? Double.POSITIVE_INFINITY : promises.millis(0.5);
        figures.tell("one page forced to the disk: p50", disk.millis(0.5), "ms");
        figures.tell("bare turn over the loopback: p50", loopback.millis(0.5), "ms");
        figures.tell("turn that commits a promise: p50", took, "ms");
        figures.judge("promise : disk and loopback", took / least, "x", Goal.atMost(1.5));
    }
}
