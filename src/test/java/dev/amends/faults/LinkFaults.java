package dev.amends.faults;

import dev.amends.callcentre.FaultProxy;
import dev.amends.callcentre.FaultProxy.Way;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * F8 and F9: the AMI link is cut, dead without a word, or slow; its events are lost, doubled, late.
 */
final class LinkFaults {

    private static final Set<Invariant> HOLDS =
            Set.of(Invariant.I1, Invariant.I2, Invariant.I3, Invariant.I5, Invariant.I8);

    private static final Duration TAKES = Duration.ofSeconds(70);
    private static final Duration NOTICED = Duration.ofSeconds(13);
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final String LOST = "No link to the PBX";

    private static final Pattern ENDS =
            Pattern.compile("Event: (OriginateResponse|Hangup|UserEvent)\\b.*", Pattern.DOTALL);

    private LinkFaults() {}

    static List<FaultCase> cases() {
        return List.of(
                link("half-open, nothing comes back", LinkFaults.dead(EnumSet.of(Way.BACK))),
                link("half-open, nothing gets there", LinkFaults.dead(EnumSet.of(Way.THERE))),
                link("dead both ways", LinkFaults.dead(EnumSet.allOf(Way.class))),
                link("reset", LinkFaults::reset),
                link("read slowly", LinkFaults::slow),
                events("ends are never told", (block, on) -> {}),
                events(
                        "ends are told twice",
                        (block, on) -> {
                            on.accept(block);
                            on.accept(block);
                        }),
                events(
                        "ends are told late",
                        (block, on) ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            Bench.pass(LATE);
                                            on.accept(block);
                                        })));
    }

    /** What breaks the link of a bench. */
    private interface Breaks {
        void link(Bench bench, FaultProxy network) throws Exception;
    }

    private static FaultCase link(String name, Breaks breaks) {
        return new FaultCase("F8", name, TAKES, HOLDS, bench -> play(bench, breaks));
    }

    private static void play(Bench bench, Breaks breaks) throws Exception {
        try (FaultProxy network = FaultProxy.to(bench.centre().ports().ami())) {
            bench.change(
                    settings -> settings.number("asterisk.ami_port", network.port()),
                    java.util.Map.of());
            breaks.link(bench, network);
            bench.settled();
            bench.stopAmends();
        }
    }

    private static Breaks dead(Set<Way> ways) {
        return (bench, network) -> {
            bench.beginAndRing(2);
            for (int n = 1; n <= 2; n++) {
                network.hold(ways);
                bench.broken();
                Instant held = Instant.now();
                int times = n;
                boolean noticed =
                        bench.await(() -> said(bench, LOST) >= times, NOTICED.plusSeconds(10));
                Duration took = Duration.between(held, Instant.now());
                bench.expect(
                        Invariant.RIGHT,
                        noticed && took.compareTo(NOTICED) <= 0,
                        "noticed after " + took.toMillis() + " ms");
                network.heal();
                bench.mended();
                Bench.pass(Duration.ofSeconds(8));
            }
        };
    }

    private static int said(Bench bench, String words) {
        return bench.amends().said().split(Pattern.quote(words), -1).length - 1;
    }

    private static void reset(Bench bench, FaultProxy network) throws Exception {
        bench.beginAndRing(1);
        for (int n = 0; n < 5; n++) {
            network.cut();
            bench.broken();
            bench.mended();
            Bench.pass(Duration.ofMillis(1500 + bench.random().nextInt(2500)));
        }
    }

    private static void slow(Bench bench, FaultProxy network) throws Exception {
        network.slow(Duration.ofMillis(150));
        bench.broken();
        bench.beginAndRing(4);
        network.slow(Duration.ZERO);
        bench.mended();
    }

    /** What becomes of a block of text on its way. */
    private static FaultCase events(String name, FaultProxy.Editor editor) {
        return new FaultCase(
                "F9",
                name,
                TAKES,
                HOLDS,
                bench ->
                        play(
                                bench,
                                (of, network) -> {
                                    network.edit((block, on) -> edit(of, editor, block, on));
                                    of.begin();
                                    of.mended();
                                }));
    }

    private static void edit(
            Bench bench, FaultProxy.Editor editor, String block, Consumer<String> on) {
        if (ENDS.matcher(block).matches()) {
            bench.broken();
            editor.pass(block, on);
        } else {
            on.accept(block);
        }
    }
}
