package dev.amends;

import dev.amends.asterisk.ExpectedPbx;
import dev.amends.asterisk.PbxChecks;
import dev.amends.asterisk.Secret;
import dev.amends.speech.Languages;
import dev.amends.store.StoreUnusable;
import dev.amends.supervision.Check;
import dev.amends.supervision.Finding;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the doctor looks at, for one set of settings. */
final class Checkup {

    /** The contexts of the shipped dialplan that Amends relies on. */
    private static final List<String> CONTEXTS =
            List.of(
                    "amends-line",
                    "amends-ask",
                    "amends-do",
                    "amends-key",
                    "amends-ordinary",
                    "amends-turn",
                    "amends-post",
                    "amends-forget",
                    "amends-place",
                    "amends-hold",
                    "amends-rep",
                    "amends-dial",
                    "amends-answered",
                    "amends-called",
                    "amends-later",
                    "amends-come-back",
                    "amends-pre",
                    "amends-mine",
                    "amends-hand",
                    "amends-taken",
                    "amends-rep-after");

    private final Settings settings;
    private final InstantSource clock;

    Checkup(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The store, which may not be usable, then the telephone system. */
    List<Check> checks(Supplier<Check> store) {
        return List.of(() -> storeFindings(store), pbx());
    }

    private static List<Finding> storeFindings(Supplier<Check> store) {
        try {
            return store.get().run();
        } catch (StoreUnusable e) {
            return List.of(
                    new Finding(
                            "store",
                            Finding.Verdict.PROBLEM,
                            String.valueOf(e.getMessage()),
                            "a database of Amends that can be written",
                            "mend what is said, or set store.path to another file"));
        }
    }

    private PbxChecks pbx() {
        ExpectedPbx expected =
                new ExpectedPbx(
                        new Secret(settings.pbx().key()),
                        CONTEXTS,
                        queues(),
                        Languages.of(settings.languages()));
        return new PbxChecks(settings.pbx().ami(), expected, clock);
    }

    /**
     * The lines' queues, and those of each line's name that the dialplan knows by itself: where it
     * sends callers without Amends, and where it asks who takes a call over.
     */
    private List<String> queues() {
        return settings.lines().stream()
                .flatMap(line ->
                        Stream.of(
                                line.queue(),
                                line.seniorQueue(),
                                line.name().value(),
                                line.name().value() + "-senior",
                                line.name().value() + "-supervisors"))
                .distinct()
                .toList();
    }
}
