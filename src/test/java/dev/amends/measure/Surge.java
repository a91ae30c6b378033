package dev.amends.measure;

import dev.amends.caller.RecognitionSettings;
import dev.amends.dialing.LaunchSettings;
import dev.amends.dialing.LaunchWay;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.rehearsal.Launching;
import dev.amends.rehearsal.Outcome;
import dev.amends.rehearsal.Rehearsal;
import dev.amends.rehearsal.Rules;
import dev.amends.rehearsal.Shipped;
import dev.amends.rehearsal.World;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

/**
 * The hour with which ways to launch promised calls are compared: a quarter more callers than the
 * reps can serve, then an hour with two thirds of that.
 */
final class Surge {

    private static final Duration HANDLING = Duration.ofSeconds(240);
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration FOR_EVER = Duration.ofDays(10_000);
    private static final Duration NO_TIME = Duration.ofNanos(1);
    private static final double BUSY = 1.25;
    private static final double QUIET = 0.65;

    private static final Line LINE =
            new Line(
                    new LineName("support"),
                    "support",
                    "support-senior",
                    3,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    ZoneOffset.UTC);

    private Surge() {}

    /** How promised calls are launched in it, under which name. */
    record Way(
            String name,
            double accepts,
            boolean phonesRing,
            boolean foreknown,
            Supplier<Launching> launching) {

        /** The same on a line that has to learn how its callers are. */
        Way learning() {
            return new Way(name, accepts, phonesRing, false, launching);
        }
    }

    /** Nobody is promised a call. */
    static Way none() {
        return new Way("no callback", 0, true, true, shipped(LaunchWay.REP_FIRST));
    }

    /** Called persons are there, or not, the moment a rep is free for them. */
    static Way oracle() {
        return new Way("oracle", 0.45, false, true, shipped(LaunchWay.REP_FIRST));
    }

    /** By Amends' own policies. */
    static Way shipped(String name, LaunchWay way) {
        return new Way(name, 0.45, true, true, shipped(way));
    }

    /** By a policy that Amends is compared with. */
    static Way other(String name, Supplier<Launching> launching) {
        return new Way(name, 0.45, true, true, launching);
    }

    private static Supplier<Launching> shipped(LaunchWay way) {
        return () -> new Shipped(calls(way, true));
    }

    /** Plays it so many times with so many reps; the same seed brings the same callers. */
    static Outcome play(Way way, int reps, Rehearsal.Days days) {
        return new Rehearsal(
                        new Rules(
                                LINE,
                                new RecognitionSettings(
                                        2,
                                        Duration.ofDays(7),
                                        Duration.ofMinutes(10),
                                        Duration.ofDays(14)),
                                new RetryPolicy(new RetrySettings(1, 5, Duration.ofSeconds(300))),
                                calls(LaunchWay.REP_FIRST, way.phonesRing())),
                        world(way, reps))
                .play(days, way.launching(), _ -> {}, _ -> {});
    }

    private static Rules.Calls calls(LaunchWay way, boolean phonesRing) {
        return new Rules.Calls(
                phonesRing ? Duration.ofSeconds(40) : NO_TIME, 1000, LaunchSettings.of(way));
    }

    private static World world(Way way, int reps) {
        double served = 3600.0 / HANDLING.toSeconds() * reps;
        Duration hour = Duration.ofHours(1);
        return new World(
                List.of(
                        new World.Spell(hour, QUIET * served, false),
                        new World.Spell(hour, BUSY * served, true),
                        new World.Spell(hour, QUIET * served, true)),
                new World.People(PATIENCE, HANDLING, way.accepts(), 0),
                new World.Phones(
                        0.85,
                        0,
                        0,
                        way.phonesRing() ? Duration.ofSeconds(12) : Duration.ZERO,
                        Duration.ZERO,
                        FOR_EVER),
                new World.Team(reps, 0, Duration.ZERO, FOR_EVER, Duration.ZERO),
                way.foreknown());
    }

    /** How many calls so many reps can serve in a second. */
    static double servedPerSecond(int reps) {
        return (double) reps / HANDLING.toSeconds();
    }
}
