package dev.amends.measure;

import dev.amends.bench.Folders;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.measure.Figure.Goal;
import dev.amends.store.Store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The benchmark {@code callbacks}: how fast promised callers are placed who are all due at once,
 * beside a bare loop of the same orders; how late, when they become due one after the other; what
 * decisions cost with ten million past calls; and how soon Amends is ready with a million.
 */
final class Callbacks {

    private static final int DUE = 10_000;
    private static final int PER_SECOND = 20;

    private final Arguments arguments;
    private final Site site;
    private final Figures figures;
    private final boolean quick;
    private final Path folder;

    private Callbacks(Arguments arguments, Site site) throws IOException {
        this.arguments = arguments;
        this.site = site;
        this.quick = arguments.quick();
        this.figures = new Figures("callbacks", site.machine(), quick);
        this.folder = Files.createTempDirectory("amends-callbacks");
    }

    public static void main(String[] words) throws Exception {
        Arguments.program(words, Callbacks::run);
    }

    private static int run(Arguments arguments) throws Exception {
        try (Site site = new Site(arguments)) {
            site.startPbx();
            site.logOnlyWhatIsWrong();
            Callbacks callbacks = new Callbacks(arguments, site);
            try {
                callbacks.measure();
            } finally {
                Folders.delete(callbacks.folder);
            }
            return callbacks.figures.conclude(arguments.json());
        }
    }

    private void measure() throws Exception {
        try (Placing placing = new Placing(site.pbx(), arguments.ports())) {
            burst(placing);
            steady(placing);
        }
        decisions();
        start();
    }

    /** So many are placed in one go as a busy site lets hold a place; the others stay due. */
    private void burst(Placing placing) throws InterruptedException {
        int atOnce = quick ? 200 : 1_000;
        Median bare = new Median();
        Median rate = new Median();
        Median ratio = new Median();
        for (int round = 0; round < (quick ? 1 : 3); round++) {
            Site.progress("%,d due at once, round %d".formatted(DUE, round + 1));
            Path file = folder.resolve("due-" + round + ".db");
            DuePromises.write(file, DUE, Instant.now().minusSeconds(600));
            double loop = placing.bare(atOnce);
            try (Store store = Store.open(file)) {
                double ours = placing.due(store, atOnce);
                bare.add(loop);
                rate.add(ours);
                ratio.add(ours / loop);
            }
        }
        figures.tell("a bare loop of Originate", bare.value(), "a second");
        figures.tell("%,d due at once, recorded first".formatted(DUE), rate.value(), "a second");
        figures.judge("    recorded : bare", ratio.value(), "x", Goal.atLeast(0.8));
    }

    private void steady(Placing placing) throws InterruptedException {
        int seconds = quick ? 3 : 20;
        Site.progress("%d a second for %d seconds".formatted(PER_SECOND, seconds));
        Path file = folder.resolve("steady.db");
        DuePromises.write(file, PER_SECOND * seconds, Instant.now().minusSeconds(600));
        try (Store store = Store.open(file)) {
            double[] late = placing.late(store, PER_SECOND, PER_SECOND * seconds);
            figures.tell("due one by one: placed after, p50", late[late.length / 2], "ms");
            figures.judge(
                    "due one by one: placed after, p99",
                    late[(int) Math.ceil(late.length * 0.99) - 1],
                    "ms",
                    Goal.atMost(50));
        }
    }

    private void decisions() {
        int many = quick ? 1_000_000 : 10_000_000;
        Path small = folder.resolve("small.db");
        Path large = folder.resolve("large.db");
        Site.progress("writing %,d past calls, and %,d".formatted(10_000, many));
        Past.write(small, 10_000, Instant.now());
        Past.write(large, many, Instant.now());
        Median few = new Median();
        Median full = new Median();
        Median ratio = new Median();
        try (Store smallStore = Store.open(small);
                Store largeStore = Store.open(large)) {
            Decisions ofFew = new Decisions(smallStore);
            Decisions ofMany = new Decisions(largeStore);
            ofFew.millis(50);
            ofMany.millis(50);
            for (int round = 0; round < 5; round++) {
                double one = ofFew.millis(quick ? 20 : 100);
                double other = ofMany.millis(quick ? 20 : 100);
                few.add(one);
                full.add(other);
                ratio.add(other / one);
            }
            figures.tell("claims", ofMany.claims(quick ? 100 : 1_000), "a second");
        }
        figures.tell("a promised caller, from his history to the cost", few.value(), "ms");
        figures.tell("    with %,d past calls".formatted(many), full.value(), "ms");
        figures.judge("    many : few", ratio.value(), "x", Goal.atMost(1.5));
    }

    private void start() throws IOException {
        site.writePast();
        long start = System.nanoTime();
        try (AmendsProcess amends = site.startAmends("")) {
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!amends.isAlive()) {
                throw new IllegalStateException("Amends did not start");
            }
            figures.judge("ready with a million past calls after", seconds, "s", Goal.atMost(5));
        }
    }
}
