package dev.amends.asterisk;

import static org.awaitility.Awaitility.await;

import dev.amends.dialing.Hint;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.Waiting;

import org.awaitility.core.ConditionFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A fake PBX and the whole link to it, as Amends has it: the floor, the hints, the resyncs. */
final class LinkedFake implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-11-21T20:30:00Z");
    static final Line LINE =
            new Line(
                    new LineName("support"),
                    "support",
                    "support-senior",
                    3,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));

    final FakeAmi pbx = new FakeAmi();
    final List<Hint> hints = new CopyOnWriteArrayList<>();
    final AtomicInteger resyncs = new AtomicInteger();
    final Floor floor;
    final AmiLink link;

    /**
     * @param lookedUp is told which calls the floor looks up, on the link's own thread
     * @param hinted is told every hint, on the link's own thread
     */
    LinkedFake(AmiPatience patience, Consumer<Set<String>> lookedUp, Consumer<Hint> hinted)
            throws IOException {
        floor =
                new Floor(ids -> {
                    lookedUp.accept(Set.copyOf(ids));
                    return Map.of();
                });
        link =
                new AmiLink(
                        pbx.settings(patience),
                        watching(floor),
                        new AmiNews(
                                hint -> {
                                    hints.add(hint);
                                    hinted.accept(hint);
                                },
                                resyncs::incrementAndGet),
                        InstantSource.fixed(NOW));
    }

    /** This floor, with the queues of the line. */
    static AmiLink.Watched watching(Floor floor) {
        return new AmiLink.Watched(floor, LINE.queues().collect(Collectors.toSet()));
    }

    static LinkedFake with(AmiPatience patience) throws IOException {
        return new LinkedFake(patience, _ -> {}, _ -> {});
    }

    /** Starts the link and waits until the floor is known. */
    LinkedFake started() {
        link.start();
        soon().until(() -> link.connected() && resyncs.get() > 0);
        return this;
    }

    /** Waits until the link was built anew, and the floor was asked for again. */
    void awaitLinkedAgain(int resyncsBefore) {
        soon().until(() -> resyncs.get() > resyncsBefore && link.connected());
    }

    LinePicture picture() {
        return floor.picture(LINE, NOW);
    }

    /** Who waits, by call. */
    List<String> waiting() {
        return picture().waiting().stream().map(Waiting::id).toList();
    }

    static ConditionFactory soon() {
        // The library's threads may end with an exception: that is what is tested.
        return await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10));
    }

    /** Patience for a PBX that is well, with much room and hardly a ping. */
    static AmiPatience calm(int held) {
        return new AmiPatience(
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMillis(20),
                Duration.ofMillis(50),
                Duration.ofMinutes(10),
                held);
    }

    @Override
    public void close() throws IOException {
        link.stop();
        pbx.close();
    }
}
